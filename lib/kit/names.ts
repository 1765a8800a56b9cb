import { shorten } from "@/lib/answers/cut-text";
import { nameChecks } from "./name-checks";
import { overlap } from "./networks";

/** What the user calls things: every name in a kit comes from here. */
export interface KitNames {
  readonly namespace: string;
  /** The service that may call. */
  readonly from: string;
  /** The service that is called. */
  readonly to: string;
  /** The public host name at the gateway. */
  readonly host: string;
  /** The host that issues end-user tokens. */
  readonly issuer: string;
  readonly trustDomain: string;
  /** The namespace of a gateway that is not the kit's own. */
  readonly gatewayNamespace: string;
  /** The address of the cluster's DNS Service. */
  readonly clusterDns: string;
  /** A resolver of one's own, by address and by the name in its certificate; empty where none was given. */
  readonly resolver: string;
  readonly resolverName: string;
  /** Networks of the nodes or machines, of the control plane, of the pods, and of those who administer them. */
  readonly nodes: readonly string[];
  readonly control: readonly string[];
  readonly pods: readonly string[];
  readonly admins: readonly string[];
}

export interface NameField {
  /** The query parameter. */
  readonly key: string;
  readonly name: keyof KitNames;
  readonly label: string;
  readonly help: string;
  readonly value: string;
}

export interface NameProblem {
  readonly key: string;
  readonly label: string;
  /** As given, cut to a length that cannot hurt a page. */
  readonly value: string;
  readonly message: string;
}

/** The fields in the order of the form, with what they are if nothing is given. */
export const nameFields: readonly NameField[] = [
  {
    key: "ns",
    name: "namespace",
    label: "Namespace",
    help: "The pilot namespace, with nothing in it that must not fail",
    value: "shop",
  },
  {
    key: "from",
    name: "from",
    label: "Calling service",
    help: "Its label app, its service account and its Service",
    value: "web",
  },
  {
    key: "to",
    name: "to",
    label: "Called service",
    help: "The one that only the caller may reach",
    value: "orders",
  },
  {
    key: "host",
    name: "host",
    label: "Public host name",
    help: "What the gateway answers to",
    value: "shop.example.com",
  },
  {
    key: "issuer",
    name: "issuer",
    label: "Token issuer",
    help: "The host that issues and signs end-user tokens",
    value: "login.example.com",
  },
  {
    key: "trust",
    name: "trustDomain",
    label: "Trust domain",
    help: "The first part of every workload identity",
    value: "cluster.local",
  },
  {
    key: "gw",
    name: "gatewayNamespace",
    label: "Namespace of your gateway",
    help: "Used where the kit brings no gateway into the pilot namespace",
    value: "envoy-gateway-system",
  },
  {
    key: "dns",
    name: "clusterDns",
    label: "Address of the cluster’s DNS",
    help: "The address of the Service kube-dns: 00-look.sh prints it",
    value: "10.96.0.10",
  },
  {
    key: "resolver",
    name: "resolver",
    label: "Your DNS resolver",
    help: "Its address; with it the kit has a file for CoreDNS",
    value: "",
  },
  {
    key: "resolver-name",
    name: "resolverName",
    label: "Name of your resolver",
    help: "As its certificate has it",
    value: "",
  },
  {
    key: "nodes",
    name: "nodes",
    label: "Node networks",
    help: "CIDR ranges, separated by commas",
    value: "10.0.16.0/20",
  },
  {
    key: "control",
    name: "control",
    label: "Control plane networks",
    help: "Where the API server and etcd run; may lie within the node networks",
    value: "10.0.16.0/28",
  },
  {
    key: "pods",
    name: "pods",
    label: "Pod networks",
    help: "CIDR ranges, separated by commas",
    value: "10.244.0.0/16",
  },
  {
    key: "admin",
    name: "admins",
    label: "Admin networks",
    help: "From where SSH and the API server are reached",
    value: "10.250.0.0/24",
  },
];

/** What is added to the name of the called service. */
const ownSuffixes = ["api", "probes", "http", "from-waypoint"];

function clip(text: string): string {
  return shorten(text, 60);
}

/**
 * Reads names from query parameters. What is wrong is reported and replaced by the example, so that the page can show
 * both; a caller that hands out files must refuse them while there is a problem.
 */
export function readNames(parameters: Readonly<Record<string, string | undefined>>): {
  names: KitNames;
  problems: readonly NameProblem[];
} {
  const problems: NameProblem[] = [];
  const texts = Object.fromEntries(
    nameFields.map(({ key, name, label: title, value }) => {
      const given = parameters[key]?.trim();
      if (given === undefined || given === "") return [name, value];
      const text = given.replace(/\s*,\s*/g, ",");
      const message = nameChecks[name](text);
      if (message === undefined) return [name, text];
      problems.push({ key, label: title, value: clip(given), message });
      return [name, value];
    }),
  ) as Readonly<Record<keyof KitNames, string>>;
  if (ownSuffixes.some((suffix) => texts.from === `${texts.to}-${suffix}`)) {
    problems.push({
      key: "from",
      label: "Calling service",
      value: texts.from,
      message: "The kit gives this name to a part of the called service. Take another.",
    });
    Object.assign(texts, { from: `${texts.from}-caller` });
  }
  if (texts.from === texts.to) {
    problems.push({
      key: "to",
      label: "Called service",
      value: texts.to,
      message: "The caller and the called service must be two services.",
    });
    const other = nameFields.find(({ name, value }) => name === "to" && value !== texts.from);
    Object.assign(texts, { to: other?.value ?? `${texts.from}-backend` });
  }
  if ((texts.resolver === "") !== (texts.resolverName === "")) {
    problems.push({
      key: texts.resolver === "" ? "resolver" : "resolver-name",
      label: "Your DNS resolver",
      value: "",
      message: "Give both the address and the name: over TLS one without the other proves nothing.",
    });
    Object.assign(texts, { resolver: "", resolverName: "" });
  }
  const { nodes, control, pods, admins, ...single } = texts;
  const networks = {
    nodes: nodes.split(","),
    control: control.split(","),
    pods: pods.split(","),
    admins: admins.split(","),
  };
  for (const [a, b] of apart) {
    const [clash] = networks[a].flatMap((one) =>
      networks[b].filter((other) => overlap(one, other)).map((other) => [one, other] as const),
    );
    if (clash === undefined) continue;
    const { key, label: title } = fieldOf(b);
    problems.push({
      key,
      label: title,
      value: clip(networks[b].join(",")),
      message: `${clash[1]} overlaps ${clash[0]} of “${fieldOf(a).label}”. The host firewall tells them apart by address: give ranges that do not overlap.`,
    });
  }
  return { names: { ...single, ...networks }, problems };
}

/** Zones whose rights differ: an address in both would have the rights of both. The control plane may lie among the nodes. */
const apart = [
  ["nodes", "pods"],
  ["nodes", "admins"],
  ["control", "pods"],
  ["control", "admins"],
  ["pods", "admins"],
] as const;

const fieldOf = (name: keyof KitNames) =>
  nameFields.find((field) => field.name === name) ?? { key: name, label: name };

/** The parameters that give these names again; what equals the example is left out. */
export function writeNames(names: KitNames): URLSearchParams {
  const query = new URLSearchParams();
  for (const { key, name, value } of nameFields) {
    const text = String(names[name]);
    if (text !== value) query.set(key, text);
  }
  return query;
}
