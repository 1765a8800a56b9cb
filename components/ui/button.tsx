import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

interface ButtonLook {
  variant?: "primary" | "secondary";
  size?: "large" | "normal";
  /** Leads on: to the next question, to the start. */
  arrow?: boolean;
  children: ReactNode;
}

export function Button({
  variant = "primary",
  size = "normal",
  arrow = false,
  type = "button",
  children,
  ...rest
}: ButtonLook & Omit<ComponentProps<"button">, "className" | "children">) {
  return (
    <button className="button" data-variant={variant} data-size={size} type={type} {...rest}>
      {children}
      {arrow ? <Icon name="arrow" /> : null}
    </button>
  );
}

type LinkButtonProps = ButtonLook &
  (
    | { href: Route; file?: false }
    /** A file to download or an address elsewhere, where there is no page of ours to prefetch. */
    | { href: string; file: true }
  );

export function LinkButton(props: LinkButtonProps) {
  const { variant = "primary", size = "normal", arrow = false, children } = props;
  const look = { className: "button", "data-variant": variant, "data-size": size };
  const content = (
    <>
      {children}
      {arrow ? <Icon name="arrow" /> : null}
    </>
  );
  return props.file ? (
    <a {...look} href={props.href}>
      {content}
    </a>
  ) : (
    <Link {...look} href={props.href}>
      {content}
    </Link>
  );
}
