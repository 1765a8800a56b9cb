import { createDocument } from "@/app/document/create-document";
import { MethodPage } from "./method-page";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(() => ({
  head: {
    title: "Method and interests",
    description:
      "How a verdict is worked out: needs, findings, burdens, completions of open answers, how sure, with all numbers, a trial on published decisions, the laws we test and the limits.",
    canonical: "/method",
  },
  scripts: ["findings"],
  body: <MethodPage />,
}));
