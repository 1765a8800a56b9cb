import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";

/** What is looked at in a CycloneDX document as npm writes it; the rest is passed on. */
export interface Sbom {
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly scope: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

/** Packages for development of which something is served all the same: the font of the pages, and the styles they begin with. */
const servedOfDevelopment = ["@fontsource-variable/radio-canada", "tailwindcss"];
const licenceFile = /^(?:licen[cs]es?|copying|notice)(?:[-_.][\w.-]*)?$/i;
const programFile = /\.(?:[cm]?[jt]sx?|json|map)$/i;

/** Puts the licence texts of all that is in the build beside it, and a list of it (CycloneDX): licences/ and sbom.cdx.json. */
export function writeNotices(standalone: string, root = "."): void {
  const sbom = selectShipped(listPackages(root), (name) =>
    existsSync(join(standalone, "node_modules", name)),
  );
  const into = join(standalone, "licences");
  rmSync(into, { recursive: true, force: true });
  for (const component of sbom.components)
    copyLicences(component, findFolder(component, root), into);
  writeFileSync(join(standalone, "sbom.cdx.json"), `${JSON.stringify(sbom, null, 2)}\n`);
}

/**
 * Of the packages that are installed, those of which something is shipped. What is needed to run may be bundled, so all of it
 * counts; what is optional is native or for tests, and is there as files or not at all.
 */
export function selectShipped(sbom: Sbom, isThere: (name: string) => boolean): Sbom {
  const components = sbom.components.filter((component) => {
    const { name, scope, properties = [] } = component;
    if (properties.some((each) => each.name === "cdx:npm:package:development"))
      return servedOfDevelopment.includes(name);
    return scope === "required" || isThere(name);
  });
  const shipped = new Set(components.map((component) => component["bom-ref"]));
  const dependencies = sbom.dependencies
    .filter(({ ref }) => shipped.has(ref) || !sbom.components.some((c) => c["bom-ref"] === ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => shipped.has(on)) }));
  return { ...sbom, components, dependencies };
}

/** Copies each licence text in a package, also those of what it has bundled; one that brings none says what it declares. */
export function copyLicences(component: Component, from: string, root: string): void {
  const into = join(root, `${component.name}@${component.version}`);
  const texts = globSync("**/*", {
    cwd: from,
    exclude: (name) => basename(name) === "node_modules",
  }).filter((file) => licenceFile.test(basename(file)) && !programFile.test(file));
  for (const file of texts) cpSync(join(from, file), join(into, file), { recursive: true });
  if (texts.length > 0) return;
  const declared = component.licenses
    ?.map(({ license, expression }) => expression ?? license?.id ?? license?.name)
    .join(", ");
  if (!declared)
    throw new Error(
      `${component.name} ${component.version} says nothing of its licence, so it cannot be shipped. Find out, or do without it.`,
    );
  mkdirSync(into, { recursive: true });
  writeFileSync(
    join(into, "LICENSE"),
    `${component.name} ${component.version} declares the licence ${declared} and brings no text of it.\n`,
  );
}

/** All packages of the lock file, as npm lists them. */
function listPackages(root: string): Sbom {
  const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const text = execFileSync(
    "npm",
    ["sbom", "--package-lock-only", "--include=dev", "--sbom-format=cyclonedx"],
    { cwd: root, encoding: "utf8", maxBuffer: 64 << 20 },
  );
  const sbom: Sbom = JSON.parse(text);
  // npm names a checkout by its folder.
  const component = { ...sbom.metadata.component, name };
  return { ...sbom, metadata: { ...sbom.metadata, component } };
}

/** Where a package is installed: deeper than usual if there is another version of it. */
function findFolder({ name, version }: Component, root: string): string {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const found = Object.entries<{ version?: string }>(lock.packages).find(
    ([path, entry]) => path.endsWith(`node_modules/${name}`) && entry.version === version,
  );
  if (!found) throw new Error(`package-lock.json has no ${name} ${version}. Run npm install.`);
  return join(root, found[0]);
}
