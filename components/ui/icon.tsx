/** A symbol of the sprite, in the colour and size of the text. Never the only bearer of a meaning. */
export function Icon({ name }: { name: "arrow" | "cross" }) {
  return (
    <svg className="icon" data-name={name} width="14" height="14" aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
