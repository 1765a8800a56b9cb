import type { Term } from "@/lib/data/types";

/** A piece of a text: plain, or a term of the field with its meaning. */
export type Segment = string | { readonly text: string; readonly term: Term };

const special = /[.*+?^${}()|[\]\\]/g;

function patternFor(terms: readonly Term[]): RegExp {
  const names = terms
    .flatMap(({ term, also }) => [term, ...also])
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(special, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join("|")})(?![\\p{L}\\p{N}-])`, "giu");
}

/** Abbreviations in capitals mean the term only as they are written: “ca” is no certificate authority. */
function isMeant(found: string, name: string): boolean {
  return found === name || (found.toLowerCase() === name.toLowerCase() && /\p{Ll}/u.test(name));
}

/**
 * Cuts texts where a term of the glossary stands, the first time it stands in any of them. `except` names terms that
 * need no explaining here.
 */
export function markTerms(
  texts: readonly string[],
  terms: readonly Term[],
  except: readonly string[] = [],
): Segment[][] {
  const pattern = patternFor(terms);
  const done = new Set(except);
  return texts.map((text) => {
    const segments: Segment[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const term = terms.find((each) =>
        [each.term, ...each.also].some((name) => isMeant(match[0], name)),
      );
      if (!term || done.has(term.id)) continue;
      done.add(term.id);
      if (match.index > end) segments.push(text.slice(end, match.index));
      segments.push({ text: match[0], term });
      end = match.index + match[0].length;
    }
    if (end < text.length) segments.push(text.slice(end));
    return segments;
  });
}
