/**
 * Whether an answer of 5xx is right for the requests that were sent: 503 says when to come back, and 501 of /oembed is what
 * oEmbed 1.0 (“Errors”) wants for a format the provider does not speak.
 */
export function isDue(status: string, sent: string): boolean {
  if (status === "503") return true;
  const addresses = [...sent.matchAll(/^\S+ (\S+) HTTP\//gm)].map(([, address = ""]) => address);
  return status === "501" && addresses.some(asksUnspokenFormat);
}

function asksUnspokenFormat(address: string): boolean {
  if (!URL.canParse(address, "http://a")) return false;
  const { pathname, searchParams } = new URL(address, "http://a");
  const format = searchParams.get("format");
  return pathname === "/oembed" && format !== null && !/^(?:json|xml)$/.test(format);
}
