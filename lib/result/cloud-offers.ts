import type { CloudOffer } from "@/lib/data/types";
import { holds } from "@/lib/engine/condition";
import type { Answers } from "@/lib/engine/types";

/** What the reader's cloud offers that fits these answers, in the order of the file. */
export function offersFor(offers: readonly CloudOffer[], answers: Answers): CloudOffer[] {
  return offers.filter(({ when }) => when !== undefined && holds(when, answers));
}

/** The page where an offer is told in full. */
export function offerHref({ id }: Pick<CloudOffer, "id">): string {
  return `/options/cloud#${id}`;
}
