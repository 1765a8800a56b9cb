import type { Page } from "@playwright/test";

/** A thing as assistive technology gets it: what it is, what it is called, and what state it is in. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
  readonly states: Readonly<Record<string, unknown>>;
}

interface Value {
  readonly value?: unknown;
}

interface Node {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** The accessibility tree of Chromium in reading order, without what it ignores. */
export async function readAccessibilityTree(page: Page): Promise<Accessible[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as {
    nodes: readonly Node[];
  };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (id: string): Node[] => {
    const node = byId.get(id);
    return node ? [node, ...(node.childIds ?? []).flatMap(inOrder)] : [];
  };
  return inOrder(nodes[0]?.nodeId ?? "")
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: String(role?.value ?? ""),
      name: String(name?.value ?? "").trim(),
      states: Object.fromEntries(properties.map((each) => [each.name, each.value.value])),
    }));
}

/** Those with one of the roles, as “role: name”. */
export function told(tree: readonly Accessible[], ...roles: readonly string[]): string[] {
  return tree
    .filter(({ role }) => roles.includes(role))
    .map(({ role, name }) => `${role}: ${name}`);
}
