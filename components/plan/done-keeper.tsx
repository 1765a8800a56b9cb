import { Button } from "@/components/ui/button";

/** Says where ticks are kept, and puts them into the address. The script “done” shows that the browser keeps them too. */
export function DoneKeeper({ form }: { form: string }) {
  return (
    <div className="done-keeper screen-only">
      <p>
        <span data-done-kept hidden>
          Ticks stay in this browser. To hand them on, put them into the address of this page.
        </span>
        <span data-done-unkept>To keep your ticks, put them into the address of this page.</span>
      </p>
      <Button type="submit" form={form} variant="secondary">
        Put the ticks into the link
      </Button>
    </div>
  );
}
