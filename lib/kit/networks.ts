import { isIPv4, isIPv6 } from "node:net";

/** Addresses and networks as numbers. What is given is known to be an address or a CIDR range. */

function toBits(address: string): bigint {
  if (isIPv4(address))
    return address.split(".").reduce((bits, octet) => bits * 256n + BigInt(octet), 0n);
  const [head = "", tail] = address.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const before = groups(head);
  const after = groups(tail ?? "");
  const filled = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...(tail === undefined ? [] : filled), ...after].reduce(
    (bits, group) => bits * 65536n + BigInt(`0x${group}`),
    0n,
  );
}

function parse(cidr: string) {
  const [address = "", length] = cidr.split("/");
  const size = isIPv6(address) ? 128 : 32;
  return { size, bits: toBits(address), length: length === undefined ? size : Number(length) };
}

/** Whether two networks, or an address and a network, share an address. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)];
  const shift = BigInt(a.size - Math.min(a.length, b.length));
  return a.size === b.size && a.bits >> shift === b.bits >> shift;
}

/** Whether no bits are set after the prefix. */
export function isNetworkAddress(cidr: string): boolean {
  const { size, bits, length } = parse(cidr);
  return (bits & ((1n << BigInt(size - length)) - 1n)) === 0n;
}
