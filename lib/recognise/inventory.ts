import type { Place } from "@/lib/data/recognition-types";
import type { Spot } from "./types";

/** One text seen at one place, once however often it occurs. */
export interface Sighting {
  readonly at: Place;
  readonly text: string;
  readonly spots: Spot[];
  count: number;
  /** The versions it was seen with: tags of an image, the app version of a chart. */
  readonly versions: Set<string>;
}

export interface NodeFacts {
  readonly name: string;
  readonly sightings: Set<Sighting>;
  version?: string;
  hasIPv4?: boolean;
  hasIPv6?: boolean;
}

export interface CrdFacts {
  readonly bundle?: string | undefined;
  readonly channel?: string | undefined;
  readonly spot: Spot;
}

const mostSpots = 3;
/** Texts of one kind that are kept: a cluster has far fewer, nonsense may have millions. */
const mostSightings = 20_000;

const systemNamespace =
  /^(kube-.*|openshift.*|gke-.*|gmp-.*|istio-system|istio-.*|linkerd.*|cert-manager|calico-.*|tigera-operator|cattle-.*|flux-system|argocd|local-path-storage|ingress-nginx|metallb-system|monitoring|amazon-.*|aks-.*|default-system)$/;

/** Whether a namespace holds what runs the cluster, not what the cluster is for. */
export function isSystemNamespace(name: string): boolean {
  return systemNamespace.test(name);
}

/** What was read of one cluster. Everything is counted once, also when it was pasted twice. */
export class Inventory {
  readonly sightings = new Map<string, Sighting>();
  readonly nodes = new Map<string, NodeFacts>();
  readonly namespaces = new Set<string>();
  readonly workloads = new Set<string>();
  readonly pods = new Set<string>();
  readonly services = new Map<string, Spot>();
  readonly policies = new Map<string, Set<string>>();
  readonly crds = new Map<string, CrdFacts>();
  readonly refused = new Set<string>();
  /** Which kinds of output were understood: “nodes”, “pods”, “helm list” … */
  readonly read = new Set<string>();
  /** The ranges that nodes give addresses to their pods from. */
  readonly podNetworks = new Map<string, Spot>();

  /** Notes that a text was seen; undefined if there are too many already. */
  see(at: Place, text: string, spot: Spot, version?: string): Sighting | undefined {
    if (text === "" || text.length > 512) return undefined;
    const key = `${at} ${text}`;
    let sighting = this.sightings.get(key);
    if (!sighting) {
      if (this.sightings.size >= mostSightings) return undefined;
      sighting = { at, text, spots: [], count: 0, versions: new Set() };
      this.sightings.set(key, sighting);
    }
    sighting.count += 1;
    if (version && sighting.versions.size < 20) sighting.versions.add(version);
    if (sighting.spots.length < mostSpots) sighting.spots.push(spot);
    return sighting;
  }

  /** The node of this name, and with each sighting added to it. */
  node(name: string): NodeFacts | undefined {
    let node = this.nodes.get(name);
    if (!node) {
      if (this.nodes.size >= mostSightings) return undefined;
      node = { name, sightings: new Set() };
      this.nodes.set(name, node);
    }
    return node;
  }

  seeOnNode(node: NodeFacts, at: Place, text: string, spot: Spot): void {
    const sighting = this.see(at, text, spot);
    if (sighting) node.sightings.add(sighting);
  }

  seeImage(image: string, spot: Spot): void {
    const { path, tag } = splitImage(image);
    if (/^[a-z0-9][a-z0-9._:/-]*$/i.test(path)) this.see("image", path, spot, tag);
  }

  seeWorkload(namespace: string, name: string, kind: string, spot: Spot): void {
    this.namespaces.add(namespace);
    this.workloads.add(`${namespace}/${name}`);
    this.see("workload", `${namespace}/${name}`, spot);
    if ((kind === "CronJob" || kind === "Job") && !isSystemNamespace(namespace))
      this.see("object", kind, spot);
  }
}

/** An image's path without tag and digest, and its tag. */
function splitImage(image: string): { path: string; tag: string | undefined } {
  const [named = ""] = image.split("@");
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  if (colon < 0) return { path: named, tag: undefined };
  return { path: named.slice(0, colon), tag: named.slice(colon + 1) || undefined };
}

/**
 * The name of the workload a pod belongs to: its own name without the endings that controllers give. A name that may
 * have been ended in two ways gives both.
 */
export function ownersOfPod(pod: string): string[] {
  const deployment = pod.match(/^(.+)-[a-f0-9]{6,10}-[a-z0-9]{5}$/)?.[1];
  if (deployment) return [deployment];
  const daemon = pod.match(/^(.+)-[a-z0-9]{5}$/)?.[1];
  const set = pod.match(/^(.+)-\d{1,4}$/)?.[1];
  if (daemon) return [daemon];
  return set ? [set] : [pod];
}
