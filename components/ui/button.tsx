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

interface LinkButtonProps extends ButtonLook {
  href: string;
}

/** A plain link: a page of ours costs the reader nothing before it is asked for. */
export function LinkButton({
  variant = "primary",
  size = "normal",
  arrow = false,
  href,
  children,
}: LinkButtonProps) {
  return (
    <a className="button" data-variant={variant} data-size={size} href={href}>
      {children}
      {arrow ? <Icon name="arrow" /> : null}
    </a>
  );
}
