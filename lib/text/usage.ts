/** What we say and what we don't. CONTRIBUTING shows the first two columns; what has a pattern is looked for in every text. */
export interface Usage {
  readonly say: string;
  readonly not: string;
  /** Absent where only a reader can tell. */
  readonly pattern?: RegExp;
  /** A sentence that is computed may say so: it has measured. */
  readonly unlessComputed?: true;
}

export const usages: readonly Usage[] = [
  { say: "computed, counted", not: "reckoned", pattern: /\breckon(s|ed|ing)?\b/i },
  { say: "fix", not: "mend", pattern: /\bmend(s|ed|ing)?\b/i },
  { say: "what to watch for", not: "what bites", pattern: /\b(bites?|biting)\b/i },
  { say: "open: not answered or “not sure”", not: "unknown, skipped" },
  { say: "so far", not: "clear, while open answers could change it" },
  { say: "ruled out", not: "failed, rejected" },
  {
    say: "first in 61 of 100",
    not: "61 % sure, a probability",
    pattern: /\bprobabilit(y|ies)\b|\d ?% (sure|likely|certain)\b/i,
  },
  {
    say: "Home, Questions",
    not: "Start, the start page (a button says what it starts)",
    pattern: /\bstart page\b/i,
  },
  {
    say: "today’s data; the verdict at that time",
    not: "the data of today; the verdict of then",
    pattern: /\b(data|verdict|form|column|rule)s? of (today|then)\b|\bas of then\b/i,
  },
  {
    say: "this is not a link",
    not: "this is no link",
    pattern:
      /\b(is|are|was|were) no (address(es)?|code|engine|id|image|links?|market share|numbers?|page|promise|saving|step|wish)\b/i,
  },
  { say: "again, from the beginning", not: "anew", pattern: /\banew\b/i },
  { say: "silently", not: "in silence", pattern: /\bin silence\b/i },
  { say: "no longer", not: "not … any more", pattern: /\bany more\b/i },
  {
    say: "for example, that is, and so on",
    not: "e.g., i.e., etc.",
    pattern: /\b(e\.g|i\.e|etc)\./i,
  },
  {
    say: "British spelling: behaviour, licence (the noun), organisation",
    not: "behavior, license, organization",
    pattern:
      /\b(behaviors?|colors?(?! \(gRPC|[-:])|centers?|organi[z]ations?|favor|(?<!istioctl )analy[z]e[sd]?|customi[z]e[sd]?)\b/i,
  },
  {
    say: "names as their owners write them: GitHub, JavaScript, Kubernetes, mTLS",
    not: "Github, Javascript, K8s, MTLS",
    pattern:
      /\b(Github|Javascript|Typescript|K8s|(?<![-./\w])k8s(?![-./\w])|MTLS|mTls|Openshift|Hashicorp|LinkerD|IPV6)\b/,
  },
  {
    say: "what is there",
    not: "words that praise, belittle or sell: simply, easily, powerful, best-in-class, leverage",
    pattern:
      /\b(simply|seamless(ly)?|effortless(ly)?|easily|obviously|unfortunately|blazing(ly)?|cutting-edge|state-of-the-art|world-class|best-in-class|best-of-breed|industry-leading|market-leading|enterprise-grade|battle-tested|unparalleled|superior|turnkey|powerful|awesome|revolutionary|next-generation|game-chang\w+|leverag(e|es|ed|ing)|utili[sz](e|es|ed|ing))\b/i,
  },
  {
    say: "the measure: “adds least”, “asks least work”",
    not: "superlatives without one: the fastest, the easiest, the most powerful",
    unlessComputed: true,
    pattern:
      /\b(fastest|easiest|simplest|strongest|safest|smartest|lightest|the best (mesh|option|choice|solution|product)|most (powerful|advanced|popular|mature|complete|secure|flexible))\b/i,
  },
  {
    say: "you, where the reader of a page is meant",
    not: "you, in a file that others will read, such as a decision record",
  },
];

/** The first thing in a text that we don't say, with what we say instead. */
export function findMisuse(
  text: string,
  { computed = false } = {},
): { readonly found: string; readonly say: string } | undefined {
  for (const { say, pattern, unlessComputed } of usages) {
    if (computed && unlessComputed) continue;
    const found = pattern && text.match(pattern)?.[0];
    if (found) return { found, say };
  }
  return undefined;
}
