import { Button } from "@/components/ui/button";
import { type EmbedOptions, type Theme, themes, type View, views } from "@/lib/embed/parameters";

interface ShareFormProps {
  /** Where the form leads without scripts: this page. */
  action: string;
  options: EmbedOptions;
  /** As typed, before it is cut and cleaned. */
  title: string;
  note: string;
  onView: (view: View) => void;
  onTheme: (theme: Theme) => void;
  onTitle: (title: string) => void;
  onNote: (note: string) => void;
}

const viewLabels: Readonly<Record<View, string>> = {
  compact: "Compact: the verdict and how sure it is",
  full: "Full: with ranking and reasons",
};
const themeLabels: Readonly<Record<Theme, string>> = {
  auto: "As the reader has it",
  light: "Light",
  dark: "Dark",
};

/** A plain GET form whose answer is this page again; with scripts the preview follows every change. */
export function ShareForm(props: ShareFormProps) {
  const { action, options, title, note, onView, onTheme, onTitle, onNote } = props;
  return (
    <form className="share-form" action={action} method="get" aria-label="What to share">
      <fieldset>
        <legend>How much</legend>
        {views.map((view) => (
          <label key={view}>
            <input
              type="radio"
              className="radio"
              name="view"
              value={view}
              checked={options.view === view}
              onChange={() => onView(view)}
            />
            <span>{viewLabels[view]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Light or dark</legend>
        {themes.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              className="radio"
              name="theme"
              value={theme}
              checked={options.theme === theme}
              onChange={() => onTheme(theme)}
            />
            <span>{themeLabels[theme]}</span>
          </label>
        ))}
      </fieldset>
      <div className="share-words">
        <label htmlFor="share-title">What it is for</label>
        <input
          id="share-title"
          name="title"
          type="text"
          autoComplete="off"
          maxLength={80}
          value={title}
          aria-describedby="share-words-note"
          onChange={(event) => onTitle(event.target.value)}
        />
        <label htmlFor="share-note">A note</label>
        <textarea
          id="share-note"
          name="note"
          rows={3}
          maxLength={280}
          value={note}
          aria-describedby="share-words-note"
          onChange={(event) => onNote(event.target.value)}
        />
        <p id="share-words-note" className="note">
          Both are in the address, so everybody who has the link can read them: 80 and 280
          characters. Pictures show what it is for, but not the note.
        </p>
      </div>
      <p className="share-submit">
        <Button type="submit">Show</Button>
      </p>
    </form>
  );
}
