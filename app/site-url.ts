/** Where the site is published; canonical links, feeds and structured data name it. */
export const siteUrl = new URL(process.env.SITE_URL ?? "http://localhost:3000");
