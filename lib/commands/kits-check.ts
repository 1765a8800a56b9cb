import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadModules } from "./load-modules.ts";

/**
 * Checks the starter kits against CustomResourceDefinitions, such as those of a cluster of one's own:
 * `kubectl get crd -o json > crds/crds.json && npm run kits:check -- --schemas crds`.
 */
const usage = `Usage: npm run kits:check -- --schemas FOLDER [--kit FOLDER]
  --schemas  CustomResourceDefinitions (kubectl get crd -o json > FOLDER/crds.json), or schemas with an index.json
  --kit      an unpacked kit to check; without it, every kit that the answers can produce`;

const { values } = parseArgs({
  options: { schemas: { type: "string" }, kit: { type: "string" }, help: { type: "boolean" } },
});

process.exitCode = await run();

async function run(): Promise<number> {
  const { schemas, kit } = values;
  if (schemas === undefined || values.help) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  for (const folder of [schemas, ...(kit === undefined ? [] : [kit])]) {
    if (existsSync(folder)) continue;
    console.error(`${folder}: there is no such folder`);
    return 2;
  }
  const server = await loadModules();
  try {
    const { matrix } = await server.ssrLoadModule("/lib/site/data.ts");
    const { objectsIn, readFolder, reportOn } = await server.ssrLoadModule(
      "/lib/kit/check/report.ts",
    );
    const { kitsFrom } = await server.ssrLoadModule("/lib/kit/kits.fixtures.ts");
    return report(reportOn(kit === undefined ? everyObject() : readFolder(kit), schemas));

    function everyObject() {
      const { variants, kitsOf } = kitsFrom(matrix);
      return objectsIn(
        variants.flatMap((variant: string) =>
          kitsOf(variant).map((tried: { kit: unknown }) => tried.kit),
        ),
      );
    }
  } finally {
    await server.close();
  }
}

interface Report {
  readonly files: number;
  readonly objects: number;
  readonly unchecked: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly path: string;
    readonly where: string;
    readonly message: string;
  }[];
}

function report({ files, objects, unchecked, findings }: Report): number {
  const lines = new Set(
    findings.map(({ path, where, message }) => `${path}: ${where}: ${message}`),
  );
  for (const line of lines) console.error(line);
  const kinds = Object.entries(unchecked);
  if (kinds.length > 0) {
    console.log(
      `Not checked, because the folder has no schema for them: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(", ")}.`,
    );
  }
  console.log(
    `${objects} objects in ${files} files: ${lines.size === 0 ? "all are valid" : `${lines.size} findings`}`,
  );
  return lines.size === 0 ? 0 : 1;
}
