const day = 86_400_000;

/** Whom to tell of a vulnerability (RFC 9116). Whoever reads it must know that it is not forgotten, so it expires. */
export function writeSecurityText(contact: string, now: Date): string {
  const expires = new Date(Math.floor(now.getTime() / day) * day + 180 * day).toISOString();
  return `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en\n`;
}
