import { parse } from "yaml";
import { frontMatterSchema } from "@/lib/data/kit-schema";
import {
  type Family,
  type FrontMatter,
  type KitData,
  type Source,
  steps,
} from "@/lib/data/kit-types";
import { commonRange, productsOf, saysLate } from "@/lib/data/kit-versions";
import { loadKits } from "@/lib/data/kits";
import { Asks, sayBecause } from "./asks";
import {
  asNetwork,
  type Installation,
  installChart,
  installGatewayApi,
  labelOf,
  waysOf,
} from "./commands";
import { findGaps, statedNeeds } from "./gaps";
import { describeHead } from "./head";
import { iptablesRules, nftRules } from "./hosts";
import { nameFields } from "./names";
import {
  allApply,
  applies,
  chooseBlocks,
  fill,
  objectsOf,
  renderYaml,
  type Setting,
} from "./render";
import { writeRunbook } from "./runbook";
import type { Ask, Kit, KitFile, KitRequest, KitTexts, Language } from "./types";

/** What the files of one kit are rendered from. */
interface Context {
  readonly request: KitRequest;
  readonly texts: KitTexts;
  readonly data: KitData;
  readonly family: Family;
  readonly setting: Setting;
  readonly asks: Asks;
}

const languages: Readonly<Record<string, Language>> = {
  yaml: "yaml",
  sh: "shell",
  nft: "nftables",
  iptables: "iptables",
  ip6tables: "iptables",
};

const minorOf = (version: string) => version.split(".")[1] ?? "0";

/** What decides the blocks and names of a kit. */
export function settingFor(request: KitRequest, data: KitData, family: Family): Setting {
  const { names, variant, answers } = request;
  const products = productsOf(family, data);
  const [from, to] = commonRange(products, "kubernetes") ?? ["1.30", "1.37"];
  const gateway = commonRange(products, "gatewayApi") ?? ["0.0.0", "99.0.0"];
  const setting: Setting = {
    variant,
    answers,
    conditions: data.conditions,
    given: new Set(
      nameFields.filter(({ name }) => String(names[name]) !== "").map(({ key }) => key),
    ),
    values: {
      namespace: names.namespace,
      from: names.from,
      to: names.to,
      host: names.host,
      issuer: names.issuer,
      "trust-domain": names.trustDomain,
      "gateway-namespace": names.gatewayNamespace,
      "cluster-dns": asNetwork(names.clusterDns),
      resolver: names.resolver,
      "resolver-name": names.resolverName,
      "kubernetes-range": `Kubernetes ${from} to ${to}`,
      "kubernetes-from": minorOf(from),
      "kubernetes-to": minorOf(to),
      "gateway-api-from": gateway[0],
      "gateway-api-to": gateway[1],
    },
  };
  const constants = family.constants.filter(({ when }) => allApply(when, setting));
  return {
    ...setting,
    values: {
      ...setting.values,
      ...Object.fromEntries(constants.map(({ name, value }) => [name, value])),
    },
  };
}

function toAsk(need: string): Ask {
  const [question = "", part] = need.split(".");
  return part === undefined ? { question } : { question, part };
}

/** The front matter of a file with its blocks chosen and names put in. */
function headOf({ head, path }: Source, setting: Setting): FrontMatter {
  // A block may say anew what stands outside of it; then the last holds.
  const result = frontMatterSchema.safeParse(
    parse(chooseBlocks(head, setting), { uniqueKeys: false }),
  );
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new RangeError(`data/kits/${path}: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { purpose, caution, undo, verify, ...rest } = result.data;
  const say = (text: string) => fill(text, setting);
  return {
    ...rest,
    purpose: say(purpose),
    ...(caution === undefined ? {} : { caution: say(caution) }),
    ...(undo === undefined ? {} : { undo: say(undo) }),
    verify: { what: say(verify.what), commands: verify.commands.map(say) },
  };
}

function toFile(
  context: Context,
  {
    path,
    step,
    head,
    text,
  }: { path: string; step: KitFile["step"]; head: FrontMatter; text: string },
): KitFile {
  const { asks, request, texts, data } = context;
  const language = languages[path.split(".").at(-1) ?? ""] ?? "shell";
  const because = head.because.flatMap((need) => {
    const { question, part } = toAsk(need);
    return asks.of(question, part) ?? [];
  });
  const { apply, undo } = waysOf(path, head, language === "yaml" ? objectsOf(text) : [], {
    namespace: request.names.namespace,
    workloads: [request.names.from, request.names.to],
  });
  const writtenFor =
    head.writtenFor
      .map((id) => data.versions.products.find((product) => product.id === id))
      .map((product) => `${product?.name} ${product?.version}`)
      .join(", ") ||
    (path.includes("host-guard")
      ? "Linux with systemd, and nftables or iptables"
      : String(context.setting.values["kubernetes-range"]));
  const comment = describeHead({
    purpose: head.purpose,
    because: because.map((ask) => sayBecause(ask, texts.questions, request.answers)),
    writtenFor,
    caution: head.caution,
    apply,
    verify: head.verify,
    undo,
    undoNote: head.undo,
  }).map((line) => `# ${line}`.trimEnd());
  const first =
    language === "shell"
      ? ["#!/usr/bin/env bash"]
      : language === "nftables"
        ? ["#!/usr/sbin/nft -f"]
        : [];
  return {
    path,
    step,
    language,
    how: head.how,
    purpose: head.purpose,
    because,
    duties: head.duties,
    writtenFor,
    ...(head.caution === undefined ? {} : { caution: head.caution }),
    apply,
    verify: head.verify,
    undo,
    ...(head.undo === undefined ? {} : { undoNote: head.undo }),
    content: `${[...first, ...comment].join("\n")}\n\n${text.trim()}\n`,
  };
}

const folderOf = (step: KitFile["step"]) => steps.find(({ id }) => id === step)?.folder ?? "";

/** “look.sh” lies at the top as 00-look.sh, so that it comes first. */
const pathOf = ({ step, name }: Pick<Source, "step" | "name">) =>
  `${folderOf(step)}${name === "look.sh" ? "00-look.sh" : name}`;

function renderFile(context: Context, source: Source): KitFile | undefined {
  const { setting } = context;
  const head = headOf(source, setting);
  if (!allApply(head.when, setting) || head.notWhen.some((name) => applies(name, setting)))
    return undefined;
  const path = pathOf(source);
  const isYaml = source.name.endsWith(".yaml");
  const text = isYaml
    ? renderYaml(source.body, setting, head.how === "create" ? labelOf(path) : undefined)
    : fill(chooseBlocks(source.body, setting), setting);
  return toFile(context, { path, step: source.step, head, text });
}

function hostFiles(context: Context): KitFile[] {
  const { setting, data, request } = context;
  const { nodes, machines, ...all } = data.hosts;
  if (!allApply(all.when, setting)) return [];
  const { rules, ...said } = applies("machines", setting) ? machines : nodes;
  const file = (name: string, product: string, lines: readonly string[]) =>
    toFile(context, {
      path: pathOf({ step: "layers", name }),
      step: "layers",
      head: {
        ...all,
        ...said,
        purpose: `${all.purpose} In the language of ${product}.`,
        because: [],
        notWhen: [],
        how: "values",
        writtenFor: product === "nftables" ? ["nftables"] : [],
      },
      text: lines.join("\n"),
    });
  return [
    file("host-guard.nft", "nftables", nftRules(request.names, rules)),
    file("host-guard.iptables", "iptables", iptablesRules(request.names, rules, 4)),
    file("host-guard.ip6tables", "ip6tables", iptablesRules(request.names, rules, 6)),
  ];
}

function belongs(source: Source, family: Family): boolean {
  const [folder, second = ""] = source.path.split("/");
  if (folder === family.id) return true;
  // The host rules go with the layers.
  const shared = second === "hosts" ? "layers" : second;
  return folder === "shared" && family.shared.includes(shared);
}

/** What the reader has to set is asked for before the first command, not after half of them. */
function withGuards(commands: readonly string[]): string[] {
  const wanted = new Set(commands.join("\n").match(/(?<=\$)[A-Z][A-Z_]+/g));
  return [
    "set -euo pipefail",
    ...[...wanted].map((name) => `: "\${${name}:?set it first}"`),
    ...commands,
  ];
}

/** The scripts that install what the files of a step need: one for the mesh, one for the gateway. */
function installFiles(context: Context, files: readonly KitFile[]): KitFile[] {
  const { family, data, setting } = context;
  const charts = family.install.filter(({ when }) => allApply(when, setting));
  const usesGatewayApi = (step: KitFile["step"]) =>
    files.some(
      (file) =>
        file.step === step && file.content.includes("apiVersion: gateway.networking.k8s.io/"),
    );
  const version = productsOf(family, data).find(({ gatewayApi }) => gatewayApi)?.gatewayApi
    ?.install;
  return (["install", "edge"] as const).flatMap((step) => {
    const own = charts.filter((entry) => entry.step === step);
    const early = charts.some((entry) => entry.step === "install") || usesGatewayApi("enrol");
    const needed = step === "install" ? early : !early && usesGatewayApi("edge");
    const parts: Installation[] = [
      ...(version !== undefined && needed ? [installGatewayApi(data.versions, version)] : []),
      ...own.map((entry) => {
        const values = entry.values === undefined ? undefined : `01-${entry.values}`;
        return installChart(entry, data.versions, values);
      }),
    ];
    if (parts.length === 0) return [];
    const products = [...new Set(parts.map(({ product }) => product))];
    const stays = [
      ...parts.flatMap((part) => part.stays),
      ...(own.length > 0 ? ["Namespaces stay, empty of what this installed."] : []),
    ];
    return [
      toFile(context, {
        path: pathOf({ step, name: step === "install" ? "install.sh" : "0-install.sh" }),
        step,
        head: {
          purpose: `Installs ${products.join(", ")}. It replaces nothing. A chart whose name is in use stops it, and a Gateway API that is there stays.`,
          because: [],
          duties: [],
          when: [],
          notWhen: [],
          how: "script",
          writtenFor: [],
          verify: { what: "The script ends without an error.", commands: [] },
          undoCommands: parts.toReversed().flatMap(({ undo }) => undo),
          undo: stays.join(" "),
        },
        text: withGuards(parts.flatMap(({ commands }) => commands)).join("\n"),
      }),
    ];
  });
}

/** Charts are installed once their values were read. */
const placeOf = ({ path }: KitFile) => path.replace("/install.sh", "/~install.sh");

const order = (file: KitFile) => steps.findIndex(({ id }) => id === file.step);

/** The starter kit of a variant for these answers and names; undefined where the variant has none. */
export function buildKit(
  request: KitRequest,
  texts: KitTexts,
  data: KitData = loadKits(),
): Kit | undefined {
  const family = data.families.find(({ variants }) => variants.includes(request.variant));
  const variant = texts.variants.find(({ id }) => id === request.variant);
  if (!family || !variant) return undefined;
  const setting = settingFor(request, data, family);
  const asks = new Asks(request.answers);
  const context: Context = { request, texts, data, family, setting, asks };
  const barred = family.cannot.find(({ when }) => allApply(when, setting));
  const onKubernetes = applies("kubernetes", setting);
  const sources = data.sources.filter(
    (source) => belongs(source, family) && (onKubernetes || source.path.startsWith("shared/")),
  );
  const rendered = barred
    ? []
    : [...sources.flatMap((source) => renderFile(context, source) ?? []), ...hostFiles(context)];
  const installs = onKubernetes && !barred ? installFiles(context, rendered) : [];
  const files = [...rendered, ...installs].toSorted(
    (a, b) => order(a) - order(b) || (placeOf(a) < placeOf(b) ? -1 : 1),
  );
  const gaps = findGaps(statedNeeds(texts.questions, asks), files, data.gaps);
  const elsewhere = {
    text:
      family.elsewhere ??
      "This choice runs on Kubernetes. For what runs elsewhere the plan says what to decide, and each finding names the vendor’s own guide.",
    ...(family.elsewhereLink ? { link: family.elsewhereLink } : {}),
  };
  const notes = barred
    ? [{ text: barred.why, link: barred.link }]
    : onKubernetes
      ? [
          ...family.notes
            .filter(({ when }) => allApply(when, setting))
            .map(({ text, link }) => ({ text: fill(text, setting), ...(link ? { link } : {}) })),
          ...productsOf(family, data)
            .flatMap(saysLate)
            .map((text) => ({ text })),
        ]
      : [elsewhere];
  const range =
    onKubernetes && !barred ? commonRange(productsOf(family, data), "kubernetes") : undefined;
  const kit = {
    variant,
    family: family.id,
    names: request.names,
    files,
    gaps,
    notes,
    ...(range ? { kubernetes: range.join(" to ") } : {}),
  };
  return { ...kit, runbook: writeRunbook(kit, texts.questions, request.answers) };
}
