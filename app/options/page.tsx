import type { Metadata } from "next";
import { OptionsIndex } from "@/components/options/options-index";
import { SitePage } from "@/components/site/site-page";
import { matrix } from "@/lib/matrix/load";

export const metadata: Metadata = {
  title: "Istio, Linkerd, Consul and no mesh, option by option",
  description:
    "Strengths, weaknesses, releases, licence and governance of each option, computed from sourced findings.",
  alternates: { canonical: "/options" },
};

export default function Page() {
  return (
    <SitePage current="/matrix" release={matrix.release}>
      <OptionsIndex options={matrix.options} />
    </SitePage>
  );
}
