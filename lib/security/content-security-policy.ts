export type PolicyInput = {
  readonly nonce?: string;
  readonly development?: boolean;
};

/**
 * Scripts and style elements come from our own files, or carry the nonce, in whose place lib/server puts hashes of what
 * carries it.
 */
export function contentSecurityPolicy({ nonce, development = false }: PolicyInput): string {
  const nonces = nonce === undefined ? [] : [`nonce-${nonce}`];
  // React rebuilds server stacks with eval in development, and the bundler injects styles.
  const scripts = development ? ["unsafe-inline", "unsafe-eval"] : nonces;
  const styles = development ? ["unsafe-inline"] : nonces;
  return [
    "default-src 'none'",
    `script-src ${["self", ...scripts].map(quote).join(" ")}`,
    `style-src ${["self", ...styles].map(quote).join(" ")}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function quote(source: string): string {
  return `'${source}'`;
}
