import { type ControlPlaneEstimate, estimateControlPlane } from "./control-plane";
import { type DataPlaneEstimate, estimateDataPlane } from "./data-plane";
import type { Estimate } from "./estimate";
import { addedMedian, addedTail, type Tail } from "./latency";
import type { Load } from "./load";
import type { SizingModel, SizingProfile } from "./model";

/** All that a profile costs under a load. */
export interface Size extends DataPlaneEstimate {
  readonly profile: SizingProfile;
  /** ms */
  readonly p50: Estimate;
  readonly p99: Tail;
  readonly control: ControlPlaneEstimate;
}

export function sizeProfile(model: SizingModel, profile: SizingProfile, load: Load): Size {
  return {
    profile,
    ...estimateDataPlane(profile.dataPlane, load, model.validity),
    p50: addedMedian(profile.latency, load),
    p99: addedTail(profile.latency, load),
    control: estimateControlPlane(profile.controlPlane, load, model.validity),
  };
}

/** Every profile under the same load, in the order of the data. */
export function sizeAll(model: SizingModel, load: Load): Size[] {
  return model.profiles.map((profile) => sizeProfile(model, profile, load));
}
