import type { ReactNode } from "react";
import type { Frame } from "@/lib/document/frame";
import type { Preview } from "@/lib/embed/preview";

const site = "Choose a service mesh";

/** What a document says of itself to browsers, search engines and whoever shows a preview of it. */
export interface DocumentHead {
  /** Without the name of the site, which is put behind it; left out, that is all. */
  readonly title?: string;
  readonly description: string;
  /** The one address of what is shown, from the root. */
  readonly canonical: string;
  /** Whether search engines may list it; yes unless said otherwise. */
  readonly index?: boolean;
  /** Where what changes on it can be followed. */
  readonly feed?: string;
  /** For previews in chats and networks. */
  readonly preview?: Preview;
}

interface DocumentProps {
  readonly frame: Frame;
  readonly head: DocumentHead;
  /** Where the site is published; canonical links are whole. */
  readonly origin: string;
  readonly scripts: readonly string[];
  readonly children: ReactNode;
}

/** A whole document: what is only read, as one piece of markup without a framework in the browser. */
export function Document({ frame, head, origin, scripts, children }: DocumentProps) {
  return (
    <html lang="en" className={frame.className} data-theme="auto">
      {/* biome-ignore lint/style/noHeadElement: this is no page of Next’s, it is the document. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {frame.links.map(({ crossorigin, ...link }) => (
          <link
            key={link.href}
            {...link}
            {...(crossorigin === undefined ? {} : { crossOrigin: "" as const })}
          />
        ))}
        <title>{head.title === undefined ? site : `${head.title} – ${site}`}</title>
        <meta name="description" content={head.description} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0a4435" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0b2b22" media="(prefers-color-scheme: dark)" />
        {head.index === false ? <meta name="robots" content="noindex, nofollow" /> : null}
        <link rel="canonical" href={`${origin}${head.canonical}`} />
        {head.feed === undefined ? null : (
          <link rel="alternate" type="application/atom+xml" href={head.feed} />
        )}
        {head.preview ? <PreviewTags preview={head.preview} /> : null}
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
}

function PreviewTags({ preview }: { preview: Preview }) {
  const { type, siteName, title, description, url, image, oembed } = preview;
  const named = {
    "twitter:card": "summary_large_image",
    "twitter:title": title,
    "twitter:description": description,
    "twitter:image": image.url,
    "twitter:image:alt": image.alt,
  };
  const properties = {
    "og:type": type,
    "og:site_name": siteName,
    "og:locale": "en_GB",
    "og:title": title,
    "og:description": description,
    "og:url": url,
    "og:image": image.url,
    "og:image:type": image.type,
    "og:image:width": String(image.width),
    "og:image:height": String(image.height),
    "og:image:alt": image.alt,
  };
  return (
    <>
      {Object.entries(properties).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      {Object.entries(named).map(([name, content]) => (
        <meta key={name} name={name} content={content} />
      ))}
      {oembed.map((link) => (
        <link
          key={link.type}
          rel="alternate"
          type={link.type}
          href={link.href}
          title={link.title}
        />
      ))}
    </>
  );
}
