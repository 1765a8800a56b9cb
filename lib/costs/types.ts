import type { z } from "zod";
import type { overheadsSchema } from "@/lib/data/overheads-schema";

export type Overheads = z.infer<typeof overheadsSchema>;
export type Profile = Overheads["profiles"][number];
export type DataPlane = Profile["dataPlane"];
export type ControlPlane = Exclude<Profile["controlPlane"], { refused: string }>;
export type Measurement = Overheads["measurements"][number];
export type Check = Overheads["crosscheck"][number];
export type Confidence = Measured["confidence"];

/** A parameter with all three values. */
export type Measured = Extract<DataPlane, { kind: "sidecar" }>["memory"];
/** A parameter, bounds without a typical value, or a refusal. */
export type AnyParameter = ControlPlane["memoryBase"];
