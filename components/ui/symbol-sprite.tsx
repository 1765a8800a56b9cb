/** Shapes used many times on a page, emitted once. Needed by SupportLevel and Icon; the root layout carries it. */
export function SymbolSprite() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <symbol id="support-full" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7" />
      </symbol>
      <symbol id="support-partial" viewBox="0 0 16 16">
        <path
          d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.8v10.4a5.2 5.2 0 0 0 0-10.4z"
          fillRule="evenodd"
        />
      </symbol>
      <symbol id="support-addon" viewBox="0 0 16 16">
        <path
          d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.7a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 8 2.7zM7.1 4.8v2.3H4.8v1.8h2.3v2.3h1.8V8.9h2.3V7.1H8.9V4.8z"
          fillRule="evenodd"
        />
      </symbol>
      <symbol id="support-diy" viewBox="0 0 16 16">
        <circle
          cx="8"
          cy="8"
          r="6.1"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeDasharray="2.6 2.19"
        />
      </symbol>
      <symbol id="support-none" viewBox="0 0 16 16">
        <path d="M2.5 7h11v2h-11z" />
      </symbol>
      <symbol id="support-unknown" viewBox="0 0 16 16">
        <path d="M4.1 5.3a4 4 0 1 1 6.2 3.3c-1 .7-1.3 1.1-1.3 2.1H7c0-1.9.6-2.7 2-3.7a2 2 0 1 0-2.9-1.7zM6.9 12.2h2.2v2.3H6.9z" />
      </symbol>
      <symbol id="support-moot" viewBox="0 0 16 16">
        <path d="M2.5 4.5h11v2h-11zM2.5 9.5h11v2h-11z" />
      </symbol>
      <symbol id="icon-cross" viewBox="0 0 16 16">
        <path d="M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4z" />
      </symbol>
      <symbol id="icon-arrow" viewBox="0 0 20 14">
        <path d="M12.2.6 19 7l-6.8 6.4-1.5-1.6 4-3.7H0V5.9h14.7l-4-3.7z" />
      </symbol>
    </svg>
  );
}
