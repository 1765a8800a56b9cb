import type { Recognition } from "@/lib/data/recognition-types";
import type { Recognised } from "@/lib/recognise/recognise";

/** What the page sends to the worker. A new request ends the one before it. */
export type Request =
  | { readonly kind: "rules"; readonly recognition: Recognition }
  | { readonly kind: "stop"; readonly id: number }
  | {
      readonly kind: "read";
      readonly id: number;
      readonly today: string;
      readonly pastes: readonly { readonly cluster: string; readonly source: string | File }[];
    };

/** What the worker sends back. */
export type Reply =
  | { readonly kind: "progress"; readonly id: number; readonly done: number }
  | { readonly kind: "result"; readonly id: number; readonly result: Recognised }
  | { readonly kind: "failure"; readonly id: number };
