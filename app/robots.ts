import type { MetadataRoute } from "next";
import { siteUrl } from "./site-url";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/search", "/corrections"] },
    sitemap: new URL("/sitemap.xml", siteUrl).href,
  };
}
