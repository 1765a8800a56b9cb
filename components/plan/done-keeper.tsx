"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const never = () => () => {};

/** Says where ticks are kept, and puts them into the address. */
export function DoneKeeper({ form }: { form: string }) {
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <div className="done-keeper screen-only">
      <p>
        {isAlive
          ? "Ticks stay in this browser. To hand them on, put them into the address of this page."
          : "To keep your ticks, put them into the address of this page."}
      </p>
      <Button type="submit" form={form} variant="secondary">
        Put the ticks into the link
      </Button>
    </div>
  );
}
