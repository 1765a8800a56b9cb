import { parseArgs } from "node:util";
import { loadModules } from "./load-modules.ts";

/**
 * Applies every kit to the API server that KUBECONFIG names, takes it back, and compares: for a test cluster, or an API
 * server alone. Each kit gets a namespace of its own, which is deleted in the end.
 */
const usage = `Usage: KUBECONFIG=… npm run kits:apply -- --yes [--definitions FOLDER] [--variant ID]
  --yes          this writes to the cluster: it makes namespaces, objects and releases of small charts in them, and a ConfigMap coredns where there is none
  --definitions  schemas with an index.json: resource definitions that the server lacks are made of them, and stay
  --variant      only the kits of this variant`;

const { values } = parseArgs({
  options: {
    yes: { type: "boolean" },
    definitions: { type: "string" },
    variant: { type: "string" },
    help: { type: "boolean" },
  },
});

process.exitCode = await run();

async function run(): Promise<number> {
  if (!values.yes || values.help) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const server = await loadModules();
  try {
    const apply = await server.ssrLoadModule("/lib/kit/check/apply.ts");
    const version = apply.serverVersion();
    if (version === undefined) {
      console.error("No API server answers: set KUBECONFIG to a test cluster.");
      return 2;
    }
    if (values.definitions !== undefined) {
      console.log(
        `${(await server.ssrLoadModule("/lib/kit/check/server.ts")).defineMissing(values.definitions)} definitions were made.`,
      );
    }
    const { tryCharts } = await server.ssrLoadModule("/lib/kit/check/server-charts.ts");
    const { matrix } = await server.ssrLoadModule("/lib/site/data.ts");
    const { kitsFrom } = await server.ssrLoadModule("/lib/kit/kits.fixtures.ts");
    const { variants, everything, kitOf } = kitsFrom(matrix);
    const run = Date.now().toString(36);
    let wrong = 0;
    let tried = 0;
    let withoutHelm = 0;
    for (const variant of variants.filter((id: string) => id === (values.variant ?? id))) {
      for (const [answers, estate] of [
        [{}, "empty"],
        [everything, "empty"],
        [{ policy: { l7: "must" } }, "empty"],
        [{ requests: { jwt: "must" } }, "empty"],
        [everything, "occupied"],
      ]) {
        tried += 1;
        const ns = `kit-${variant}-${tried}-${run}`;
        const parameters = { ns, resolver: "192.0.2.53", "resolver-name": "dns.example.com" };
        const { kit } = kitOf(variant, answers, parameters);
        const { applied, skipped, ...found } = apply.tryOnServer(kit, estate);
        const problems = [...found.problems];
        const charts = tryCharts(kit, estate);
        if (charts === undefined) withoutHelm += 1;
        problems.push(...(charts ?? []));
        for (const problem of problems) console.error(`${ns}: ${problem}`);
        if (problems.length > 0) wrong += 1;
        else console.log(`${ns}, ${estate}: ${applied} objects applied and taken back`);
        if (skipped.length > 0) {
          console.log(
            `${ns}: skipped, because the server has no such kinds: ${skipped.join(", ")}`,
          );
        }
      }
    }
    console.log(
      `${tried} kits on Kubernetes ${version}: ${wrong === 0 ? "every one can be taken back" : `${wrong} with problems`}`,
    );
    if (withoutHelm > 0)
      console.log("Scripts that install were left out, because helm is not here.");
    return wrong === 0 ? 0 : 1;
  } finally {
    await server.close();
  }
}
