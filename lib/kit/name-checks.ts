import { isIP, isIPv4, isIPv6 } from "node:net";
import type { KitNames } from "./names";
import { isNetworkAddress } from "./networks";

/** Namespaces that hold a control plane or the cluster itself: a pilot there would lock people out. */
const reserved =
  /^(default|kube-.*|istio-.*|linkerd.*|consul|cert-manager|spire.*|spiffe.*|envoy-gateway-system|monitoring|cilium.*|calico-.*|tigera-.*)$/;

const label = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;
const part = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

function checkNamespace(text: string): string | undefined {
  if (text.length > 63 || !part.test(text)) {
    return "A namespace has at most 63 small letters, digits and hyphens, and starts and ends with a letter or digit.";
  }
  return reserved.test(text)
    ? "This namespace belongs to the cluster or to a control plane. Use one of your own for the pilot."
    : undefined;
}

/** Room for the suffixes that the kit adds, within 63 characters. */
const longestService = 50;

/** What the kits call proxies, policies and entries of their own: a service of the same name would take their place. */
const ownNames = new Set([
  "default",
  "default-deny",
  "gateway",
  "kubelet",
  "mesh-pilot",
  "public",
  "waypoint",
]);

function checkService(text: string): string | undefined {
  if (text.length > longestService || !label.test(text)) {
    return `A service name has at most ${longestService} small letters, digits and hyphens, starts with a letter and does not end with a hyphen.`;
  }
  return ownNames.has(text)
    ? "The kit uses this name for something of its own. Take another."
    : undefined;
}

function checkHost(text: string): string | undefined {
  const parts = text.split(".");
  const isName =
    text.length <= 253 &&
    parts.length > 1 &&
    parts.every((each) => each.length <= 63 && part.test(each)) &&
    !/^\d+$/.test(parts.at(-1) ?? "");
  return isName
    ? undefined
    : "A host name has small letters, digits and hyphens in parts joined by dots, at least two of them, and is not an address.";
}

function checkTrustDomain(text: string): string | undefined {
  const isName =
    text.length <= 253 && text.split(".").every((each) => each.length <= 63 && part.test(each));
  return isName
    ? undefined
    : "A trust domain has small letters, digits and hyphens in parts joined by dots.";
}

function checkAddress(text: string): string | undefined {
  return isIP(text) === 0 || text.includes("%")
    ? "Write one address, such as 10.96.0.10 or fd00:10:96::a."
    : undefined;
}

const mostNetworks = 8;

function checkNetworks(text: string): string | undefined {
  const networks = text.split(",");
  if (networks.length > mostNetworks) return `Give at most ${mostNetworks} ranges.`;
  for (const network of networks) {
    const [address = "", prefix = ""] = network.split("/", 2);
    const size = isIPv4(address) ? 32 : 128;
    const length = Number(prefix);
    if (isIP(address) === 0 || address.includes("%") || address.includes(".") === isIPv6(address)) {
      return "Write a network as address/length, such as 10.0.0.0/8 or 2001:db8::/32.";
    }
    if (!/^\d{1,3}$/.test(prefix) || length > size) {
      return `The length after the slash is a number up to ${size}.`;
    }
    if (length < (size === 32 ? 8 : 16)) {
      return `A range this wide opens the hosts to half the world: use /${size === 32 ? 8 : 16} or longer.`;
    }
    if (!isNetworkAddress(network)) {
      return "The address has bits set after the prefix: write the network’s own address.";
    }
  }
  return undefined;
}

/** What is wrong with a name, by what it is for; undefined where nothing is. */
export const nameChecks: Readonly<Record<keyof KitNames, (text: string) => string | undefined>> = {
  namespace: checkNamespace,
  from: checkService,
  to: checkService,
  host: checkHost,
  issuer: checkHost,
  trustDomain: checkTrustDomain,
  gatewayNamespace: (text) =>
    text.length <= 63 && part.test(text)
      ? undefined
      : "A namespace has at most 63 small letters, digits and hyphens.",
  clusterDns: checkAddress,
  resolver: checkAddress,
  resolverName: checkHost,
  nodes: checkNetworks,
  control: checkNetworks,
  pods: checkNetworks,
  admins: checkNetworks,
};
