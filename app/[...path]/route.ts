import { createDocument } from "@/app/document/create-document";

/** Every address that no route has. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = createDocument(() => undefined);
