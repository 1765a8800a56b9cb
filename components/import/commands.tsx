import { CopyText } from "@/components/import/copy-text";
import { Disclosure } from "@/components/ui/disclosure";

const short: readonly { readonly id: string; readonly command: string; readonly says: string }[] = [
  {
    id: "nodes",
    command: "kubectl get nodes -o wide",
    says: "Provider, version, machines. Enough for the first questions.",
  },
  {
    id: "helm",
    command: "helm list -A -o json",
    says: "Meshes and controllers that were installed as charts, with their versions.",
  },
];

const elsewhere = [
  "istioctl version",
  "linkerd version",
  "consul members",
  "nomad node status",
  "docker compose config --no-interpolate",
] as const;

/** What to run, smallest first. Each command only reads. */
export function Commands({ script }: { script: string }) {
  return (
    <section className="import-commands edge" aria-labelledby="import-commands">
      <h2 id="import-commands">What to run</h2>
      <ol>
        {short.slice(0, 1).map((each) => (
          <CommandItem key={each.id} {...each} />
        ))}
        <li>
          <p>
            <b>A script that reads more</b>, and lets only names, images, versions and a few labels
            out of the terminal: no secrets, no environment, no annotations of yours. What your role
            may not list is left out and named.
          </p>
          <Disclosure summary="The whole script">
            <CopyText id="import-script" label="the script" text={script} />
          </Disclosure>
        </li>
        {short.slice(1).map((each) => (
          <CommandItem key={each.id} {...each} />
        ))}
        <li>
          <p>
            <b>Where there is no Kubernetes, or for a mesh’s version:</b>{" "}
            {elsewhere.map((command, at) => (
              <span key={command}>
                {at > 0 ? ", " : ""}
                <code>{command}</code>
              </span>
            ))}
          </p>
          <p className="note">
            Compose files may hold passwords. They are not read, and with{" "}
            <code>--no-interpolate</code> those in variables stay out of the text.
          </p>
        </li>
      </ol>
      <p className="note">
        Text, JSON and YAML are read, also of other lists that kubectl prints. Several outputs add
        up; give them names if they are of several clusters. At most 10 MB each.
      </p>
    </section>
  );
}

function CommandItem({ id, command, says }: (typeof short)[number]) {
  return (
    <li>
      <CopyText id={`import-${id}`} label={command} text={command} />
      <p>{says}</p>
    </li>
  );
}
