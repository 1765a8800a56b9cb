import { createDocument } from "@/app/document/create-document";
import { ApiPage } from "./api-page";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(() => ({
  head: {
    title: "API and assistants",
    description:
      "Ask for a recommendation from a program or an assistant: JSON over HTTP, OpenAPI 3.1, problem details and a Model Context Protocol endpoint. No key, nothing stored.",
    canonical: "/api",
  },
  body: <ApiPage />,
}));
