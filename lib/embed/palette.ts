/**
 * The colours of everything that leaves the site as a picture or a card. They repeat app/globals.css and
 * components/ui/option.css, which such documents cannot load; a test holds them together.
 */
export interface Palette {
  readonly paper: string;
  readonly field: string;
  readonly track: string;
  readonly hair: string;
  readonly ink: string;
  readonly ink2: string;
  readonly band: string;
  readonly accent: string;
  readonly options: Readonly<Record<string, string>>;
}

export const light: Palette = {
  paper: "#ffffff",
  field: "#edf3f0",
  track: "#d9e4df",
  hair: "#c3d0ca",
  ink: "#12211c",
  ink2: "#3f4f49",
  band: "#0a4435",
  accent: "#0a5a46",
  options: {
    istio: "#1a63c4",
    linkerd: "#cc5a0e",
    consul: "#6d1f66",
    cilium: "#7d6a00",
    none: "#79817f",
  },
};

export const dark: Palette = {
  paper: "#0f1513",
  field: "#18211e",
  track: "#2a3733",
  hair: "#35443e",
  ink: "#e9f0ed",
  ink2: "#b9c6c0",
  band: "#0b2b22",
  accent: "#74cfb0",
  options: {
    istio: "#5e9df2",
    linkerd: "#f5a05a",
    consul: "#eab2e2",
    cilium: "#d8c54a",
    none: "#8a9491",
  },
};

export const lamp = "#ffd23f";

/** What an option without a colour of its own takes. */
const neutral = { light: "#3f4f49", dark: "#b9c6c0" } as const;

/** The class that colours an option’s mark; an id without a colour of its own keeps the neutral one. */
export function optionClass(id: string): string {
  return Object.hasOwn(light.options, id) ? `o o-${id}` : "o";
}

/** Rules that fill the marks of the options with the colours of one scheme. */
export function optionRules(scheme: "light" | "dark"): string {
  const { options } = scheme === "light" ? light : dark;
  const own = Object.entries(options).map(([id, colour]) => `.o-${id}{fill:${colour}}`);
  return [`.o{fill:${neutral[scheme]}}`, ...own, ".open{fill-opacity:.45}"].join("");
}
