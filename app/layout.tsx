import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { OverlayBar } from "@/components/overlay/overlay-bar";
import { SymbolSprite } from "@/components/ui/symbol-sprite";
import { scriptHref } from "@/lib/document/scripts";
import { overlayNotice } from "@/lib/site/data";
import "./globals.css";

const radioCanada = localFont({
  src: "../node_modules/@fontsource-variable/radio-canada/files/radio-canada-latin-wdth-normal.woff2",
  weight: "300 700",
  style: "normal",
  display: "swap",
  variable: "--font-radio-canada",
  declarations: [{ prop: "font-stretch", value: "75% 100%" }],
});

export const metadata: Metadata = {
  title: { default: "Choose a service mesh", template: "%s – Choose a service mesh" },
  description:
    "Answer questions about your services and learn which service mesh fits, or that none does.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0a4435" },
    { media: "(prefers-color-scheme: dark)", color: "#0b2b22" },
  ],
};

export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <html lang="en" className={radioCanada.variable} data-theme="auto">
      <body>
        <SymbolSprite />
        {overlayNotice ? <OverlayBar notice={overlayNotice} /> : null}
        {children}
        <script type="module" src={scriptHref("site")} />
      </body>
    </html>
  );
}
