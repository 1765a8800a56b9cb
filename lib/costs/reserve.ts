import { addEstimates, type Estimate } from "./estimate";
import type { Load } from "./load";
import type { SizingProfile } from "./model";
import type { Size } from "./size";

type Basis = SizingProfile["reservations"][number]["basis"];
type Plane = SizingProfile["reservations"][number]["plane"];

/** What the scheduler sets aside, used or not: mCPU and MiB. */
export interface Reservation {
  readonly cpu: number;
  readonly memory: number;
}

function countOf(
  per: SizingProfile["reservations"][number]["per"],
  profile: SizingProfile,
  load: Load,
): number {
  switch (per) {
    case "pod":
      return load.pods;
    case "node":
      return load.nodes;
    case "waypoint":
      return load.layer7 > 0 ? load.waypoints : 0;
    case "cluster":
      return load.clusters;
    case "replica": {
      const own = "name" in profile.controlPlane ? profile.controlPlane.replicas : 0;
      return load.clusters * (load.replicas ?? own);
    }
  }
}

/** The sum of the resource requests of one plane; undefined when nothing states any. */
export function reserved(
  profile: SizingProfile,
  load: Load,
  plane: Plane,
  basis: Basis,
): Reservation | undefined {
  const rows = profile.reservations.filter((each) => each.plane === plane && each.basis === basis);
  if (rows.length === 0) return undefined;
  const sum = (pick: "cpu" | "memory") =>
    rows.reduce((total, row) => total + row[pick] * countOf(row.per, profile, load), 0);
  return { cpu: sum("cpu"), memory: sum("memory") };
}

/** For a month, in the reader's currency; a price left out leaves its part out. */
export interface Prices {
  /** Of one vCPU. */
  readonly vcpu?: number | undefined;
  /** Of one GiB of memory. */
  readonly gib?: number | undefined;
}

/** An amount of a resource, charged at the larger of use and reservation. */
function charge(use: Estimate, reservation: number, perUnit: number): Estimate {
  if (use.kind === "refused") return use;
  const money = (amount: number) => Math.max(amount, reservation) * perUnit;
  return use.kind === "bounds"
    ? { ...use, low: money(use.low), high: money(use.high) }
    : {
        ...use,
        low: money(use.low),
        typical: money(use.typical),
        high: money(use.high),
      };
}

/**
 * What a plane costs in a month: for CPU and memory each the larger of use and default reservation, times its price.
 * Not a saving: how pods pack onto nodes is unknown. Undefined without any price.
 */
export function monthlyCost(
  size: Size,
  load: Load,
  plane: Plane,
  { vcpu, gib }: Prices,
): Estimate | undefined {
  if (plane === "control" && size.control.kind === "refused") return size.control;
  const use =
    size.control.kind === "estimated" && plane === "control"
      ? { cpu: size.control.cpuQuiet, memory: size.control.memory }
      : size;
  const asked = reserved(size.profile, load, plane, "default");
  const parts = [
    ...(vcpu === undefined ? [] : [charge(use.cpu, asked?.cpu ?? 0, vcpu / 1000)]),
    ...(gib === undefined ? [] : [charge(use.memory, asked?.memory ?? 0, gib / 1024)]),
  ];
  const [first, second] = parts;
  if (first === undefined) return undefined;
  return second === undefined ? first : addEstimates(first, second);
}
