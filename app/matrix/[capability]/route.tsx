import { createDocument } from "@/app/document/create-document";
import { CapabilityPage } from "@/components/matrix/capability-page";
import { JsonLd } from "@/components/site/json-ld";
import { SitePage } from "@/components/site/site-page";
import { describeCapability, describePath } from "@/lib/reference/json-ld";
import { neighboursOf } from "@/lib/reference/order";
import { summariseRow } from "@/lib/reference/row-summary";
import { optionList } from "@/lib/result/names";
import { matrix, reference } from "@/lib/site/data";
import { issuesUrl } from "../../issues-url";
import { view } from "../overview";

/** One row of the matrix: what each variant has of it, with limits, sources and what has changed. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument<
  RouteContext<"/matrix/[capability]">
>(async ({ origin }, { params }) => {
  const { capability: id } = await params;
  const capability = matrix.capabilities.find((each) => each.id === id);
  if (!capability) return undefined;
  const path = `/matrix/${id}`;
  const trail = [
    { name: "Matrix", path: "/matrix" },
    { name: capability.label, path },
  ];
  return {
    head: {
      title: `${capability.label}: ${optionList(matrix.options)}`,
      description: summariseRow(matrix, capability),
      canonical: path,
    },
    body: (
      <SitePage current="/matrix" release={matrix.release}>
        <JsonLd data={describeCapability(capability, new URL(origin))} />
        <JsonLd data={describePath(trail, new URL(origin))} />
        <CapabilityPage
          matrix={matrix}
          reference={reference}
          capability={capability}
          neighbours={neighboursOf(view, capability.id)}
          tracker={issuesUrl}
        />
      </SitePage>
    ),
  };
});
