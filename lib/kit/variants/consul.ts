import type { Context } from "@/lib/kit/context";
import type { Draft } from "@/lib/kit/types";
import { draftConsulKubernetes } from "./consul-kubernetes";
import { draftConsulMachines } from "./consul-machines";

/** The kit of Consul, for the platform that most services run on. */
export function draftConsul(context: Context): Draft {
  const platform = context.asks.choice("platform");
  return platform === "vm" || platform === "nomad" || platform === "ecs"
    ? draftConsulMachines(context, platform)
    : draftConsulKubernetes(context);
}
