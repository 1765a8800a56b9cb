import "react";

// Style attributes carry custom properties only; everything else is in style sheets.
declare module "react" {
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
