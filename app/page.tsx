import { Home } from "@/components/home/home";
import { SitePage } from "@/components/site/site-page";
import { matrix, table } from "@/lib/matrix/load";
import { examples } from "./examples";
import { wording } from "./questions/wording";

export default function HomePage() {
  const findings = matrix.capabilities.map(({ cells }) => Object.values(cells));
  return (
    <SitePage current="/" release={matrix.release}>
      <Home
        options={matrix.options.map(({ label }) => label)}
        questions={{
          quick: wording.questions.filter(({ quick }) => quick).length,
          all: wording.questions.length,
        }}
        findings={{
          total: findings.flat().filter(({ evidence }) => evidence.length > 0).length,
          capabilities: matrix.capabilities.length,
          variants: matrix.variants.length,
        }}
        examples={examples}
        thresholds={table.thresholds}
      />
    </SitePage>
  );
}
