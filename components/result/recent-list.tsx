interface RecentListProps {
  /** The name of the field that a tick fills, where the list stands in a form; without it it is a list of links. */
  field?: string;
}

/** Room for the results this browser has shown. The script “recent” fills it; it stays hidden while there are none. */
export function RecentList({ field }: RecentListProps) {
  return (
    <section className="recent" aria-labelledby="recent-label" data-recent={field ?? ""} hidden>
      <h2 id="recent-label">Seen in this browser</h2>
      <ul />
    </section>
  );
}
