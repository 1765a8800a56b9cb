/** A path that forks three ways; the lamp is on one of them. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <path d="M2 14h8M10 14 19 5M10 14h9M10 14l9 9" />
      <circle className="brand-mark-lamp" cx="22" cy="4.5" r="4.5" />
      <circle cx="22" cy="14" r="3.2" />
      <circle cx="22" cy="23.5" r="3.2" />
    </svg>
  );
}
