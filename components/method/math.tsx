import { createElement, type ReactElement, type ReactNode } from "react";

/**
 * MathML, which browsers draw and screen readers read. React's types have no MathML elements, so each is made here once.
 */

interface Children {
  children: ReactNode;
}

/** A formula on a line of its own. `label` names what it computes. */
export function Formula({ label, children }: Children & { label: string }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <figure className="formula" aria-label={label} tabIndex={0}>
      {createElement("math", { display: "block" }, children)}
    </figure>
  );
}

/** A variable of one letter or name. */
function Var({ children }: Children): ReactElement {
  return createElement("mi", null, children);
}

export function Num({ children }: Children): ReactElement {
  return createElement("mn", null, children);
}

/** An operator or bracket. */
export function Op({ children }: Children): ReactElement {
  return createElement("mo", null, children);
}

export function Sub({ base, index }: { base: string; index: string }): ReactElement {
  return createElement("msub", null, <Var key="base">{base}</Var>, <Var key="index">{index}</Var>);
}

export function Row({ children }: Children): ReactElement {
  return createElement("mrow", null, children);
}

export function Frac({ over, under }: { over: ReactNode; under: ReactNode }): ReactElement {
  return createElement("mfrac", null, <Row key="over">{over}</Row>, <Row key="under">{under}</Row>);
}

/** The sum over an index. */
export function Sum({ over }: { over: string }): ReactElement {
  return createElement("munder", null, <Op key="sign">∑</Op>, <Var key="index">{over}</Var>);
}
