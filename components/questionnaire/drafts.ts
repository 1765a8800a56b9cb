import { holdsTexts, recallList, rememberList } from "@/components/questionnaire/browser-memory";

/** Answers this browser remembers, one set a tab, so that two tabs keep two. */
export interface RememberedDraft {
  readonly tab: string;
  readonly code: string;
  /** The day they were last changed, ISO. */
  readonly day: string;
}

const most = 4;

function isDraft(value: unknown): value is RememberedDraft {
  return holdsTexts(value, ["tab", "code", "day"]) && /^\d{4}-[01]\d-[0-3]\d$/.test(value.day);
}

/** The drafts, newest first; whatever else may stand in the storage is left out. */
export function recallDrafts(): RememberedDraft[] {
  return recallList("drafts", isDraft);
}

/** A name for this tab that a reload keeps. */
function tabName(): string {
  try {
    const known = sessionStorage.getItem("tab");
    if (known) return known;
    const name = crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? "";
    sessionStorage.setItem("tab", name);
    return name;
  } catch {
    return "";
  }
}

/** Remembers this tab's answers; an empty code forgets them. */
export function rememberDraft(code: string): void {
  const tab = tabName();
  const others = recallDrafts().filter((draft) => draft.tab !== tab && draft.code !== code);
  const day = new Date().toISOString().slice(0, 10);
  keep(code === "" ? others : [{ tab, code, day }, ...others]);
}

export function forgetDraft(code: string): void {
  keep(recallDrafts().filter((draft) => draft.code !== code));
}

function keep(drafts: readonly RememberedDraft[]): void {
  rememberList("drafts", drafts, most);
}
