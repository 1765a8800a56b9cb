"use client";

import { useEffect, useRef, useState } from "react";
import { useHydrated } from "@/components/costs/use-hydrated";

interface CardFrameProps {
  src: string;
  /** Ours: the page and the frame are of one site here. */
  origin: string;
  title: string;
  /** As computed, until the card says how high it is. */
  height: number;
}

/**
 * The card in a frame that takes its height, as the loader makes it on the pages of others. It asks for it once there is
 * somebody to hear the answer.
 */
export function CardFrame({ src, origin, title, height }: CardFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [reported, report] = useState(height);
  useEffect(() => {
    const listen = ({ origin: from, source, data }: MessageEvent) => {
      if (from !== location.origin || source !== frame.current?.contentWindow) return;
      if (data?.type === "mesh-advisor" && data.height > 0) report(Math.min(data.height, 2000));
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, []);
  const hydrated = useHydrated();
  const asking = `${src}${src.includes("?") ? "&" : "?"}${new URLSearchParams({ resize: origin })}`;
  return (
    <iframe
      key={`${hydrated}`}
      ref={frame}
      src={hydrated ? asking : src}
      title={title}
      height={reported}
    />
  );
}
