import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Mark, OptionName } from "@/components/ui/mark";
import type { KitView } from "@/lib/kit/kit-view";
import { planHref } from "@/lib/plan/links";
import { resultHref } from "@/lib/result/links";

/** What the kit is, what it is to the result, the archive, and the ways to the kits of the others. */
export function KitHero({ kit, children }: { kit: KitView; children: ReactNode }) {
  const { option } = kit.variant;
  return (
    <header className="kit-hero edge on-field">
      <p className="kit-hero-back">
        <a href={resultHref(kit.code)}>Back to the result</a>
        <a href={planHref(kit.code, kit.parameter)}>The plan around it</a>
      </p>
      <h1>
        <Mark option={option.id} mark={option.mark} />
        <span>{kit.title}</span>
      </h1>
      <p className="kit-hero-standing">
        {kit.standing}{" "}
        {kit.size === undefined
          ? "There is nothing to apply here."
          : `${kit.size}, for a pilot of two services in one namespace. It begins with a look at what is there, overwrites nothing, and every step can be undone.`}
        {kit.kubernetes === undefined ? null : ` All parts run on Kubernetes ${kit.kubernetes}.`}
      </p>
      {kit.notes.length > 0 ? (
        <ul className="kit-hero-notes">
          {kit.notes.map(({ text, link }) => (
            <li key={text}>
              {text} {link === undefined ? null : <a href={link}>The vendor’s own guide</a>}
            </li>
          ))}
        </ul>
      ) : null}
      {kit.hasProblems ? (
        <p className="kit-hero-problem" role="alert">
          A name below cannot be used. The files show the example in its place, and there is no
          archive until it is fixed.
        </p>
      ) : null}
      {kit.archive === undefined ? null : (
        <p className="kit-hero-archive">
          <LinkButton href={kit.archive}>Download all as a ZIP</LinkButton>
        </p>
      )}
      {children}
      <nav className="kit-choices" aria-label="Kits of other variants">
        <Disclosure summary="Kit for another variant" when="phone">
          <ul>
            {kit.choices.map(({ variant, href, current, ruledOut }) => (
              <li key={variant.id}>
                <a href={href} aria-current={current ? "true" : undefined} rel="nofollow">
                  <OptionName option={variant.option}>{variant.label}</OptionName>
                  {ruledOut ? <span className="kit-quiet">ruled out</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      </nav>
    </header>
  );
}
