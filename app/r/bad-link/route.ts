import { createDocument } from "@/app/document/create-document";
import { linkProblems } from "@/lib/result/link-problem";
import { badLink } from "./bad-link";

/** Where proxy.ts leads a link to an application (/share) whose code cannot be opened. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(({ query }) =>
  badLink(linkProblems.find((each) => each === query.get("problem")) ?? "foreign"),
);
