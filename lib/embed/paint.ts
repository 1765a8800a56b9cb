import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { cardSize } from "./card-size";

// The pages' font is one variable WOFF2 file. The painter reads neither WOFF2 nor axes, so it has two weights as TrueType.
const fonts = join(
  /* turbopackIgnore: true */ process.cwd(),
  "node_modules",
  "@expo-google-fonts",
  "radio-canada",
);
const fontFiles = [
  join(fonts, "400Regular", "RadioCanada_400Regular.ttf"),
  join(fonts, "600SemiBold", "RadioCanada_600SemiBold.ttf"),
];

/** Letters that the site’s own font has: Latin, punctuation and the few signs of the card. */
const ownLetters = /^[\u0020-\u024f\u1e00-\u1eff\u2010-\u2044\u20ac\u2122]*$/;

/** Paints the card as a PNG of 1200 × 630 pixels. A title in another script is set in a font of the system. */
export async function paintCard(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: cardSize.width * 2 },
    font: {
      fontFiles,
      loadSystemFonts: !ownLetters.test(svg),
      defaultFontFamily: "Radio Canada",
      sansSerifFamily: "Radio Canada",
    },
  });
  return new Uint8Array(image.asPng());
}
