"use client";

import { useEffect, useState } from "react";
import { CardFrame } from "@/components/share/card-frame";
import { ShareForm } from "@/components/share/share-form";
import { SnippetBox } from "@/components/share/snippet-box";
import { badgeHref, cardHref, embedHref, shareHref } from "@/lib/embed/addresses";
import { briefVerdict } from "@/lib/embed/brief";
import { cardSize } from "@/lib/embed/card-size";
import type { EmbedView } from "@/lib/embed/embed-view";
import { countHeight } from "@/lib/embed/height";
import type { EmbedOptions } from "@/lib/embed/parameters";
import { writeSnippets } from "@/lib/embed/snippets";
import { readNote, readTitle } from "@/lib/result/title";

interface StudioProps {
  view: EmbedView;
  origin: string;
  initial: EmbedOptions;
}

/** While somebody types, frames and pictures wait this long before they load anew. */
const patience = 400;

/** Every form of a result: the choices, what they look like, and what to paste where. */
export function Studio({ view, origin, initial }: StudioProps) {
  const [appearance, setAppearance] = useState({ view: initial.view, theme: initial.theme });
  const [title, setTitle] = useState(initial.title ?? "");
  const [note, setNote] = useState(initial.note ?? "");
  const options = optionsOf(appearance, title, note);
  const [shown, show] = useState(options);
  const address = shareHref(view.code, options);

  useEffect(() => {
    const timer = setTimeout(() => {
      show(optionsOf(appearance, title, note));
      if (`${location.pathname}${location.search}` !== address)
        history.replaceState(null, "", address);
    }, patience);
    return () => clearTimeout(timer);
  }, [appearance, title, note, address]);

  const brief = briefVerdict(view);
  const embed = embedHref(view.code, shown);
  return (
    <div className="share-body">
      <div className="share-choose edge">
        <h2>What to show</h2>
        <ShareForm
          action={shareHref(view.code)}
          options={options}
          title={title}
          note={note}
          onView={(each) => setAppearance({ ...appearance, view: each })}
          onTheme={(each) => setAppearance({ ...appearance, theme: each })}
          onTitle={setTitle}
          onNote={setNote}
        />
      </div>
      <section className="share-preview on-field edge" aria-labelledby="share-preview">
        <h2 id="share-preview">What it looks like</h2>
        <figure>
          <figcaption className="figure-caption">The card</figcaption>
          <CardFrame
            key={embed}
            src={embed}
            origin={origin}
            title={`Preview of the card: ${brief}`}
            height={countHeight(view, shown, 350)}
          />
        </figure>
        <figure>
          <figcaption className="figure-caption">The picture</figcaption>
          {/* biome-ignore lint/performance/noImgElement: it is drawn by the server at the size it has. */}
          <img
            src={cardHref(view.code, "svg", shown)}
            alt={brief}
            width={cardSize.width}
            height={cardSize.height}
          />
        </figure>
        <figure>
          <figcaption className="figure-caption">The badge</figcaption>
          {/* biome-ignore lint/performance/noImgElement: it is drawn by the server at the size it has. */}
          <img src={badgeHref(view.code)} alt={brief} height={20} />
        </figure>
      </section>
      <div className="share-paste edge">
        {writeSnippets(view, options, origin).map((group) => (
          <section key={group.id} aria-labelledby={`paste-${group.id}`}>
            <h2 id={`paste-${group.id}`}>{group.heading}</h2>
            <div className="share-snippets">
              {group.snippets.map((snippet) => (
                <SnippetBox key={snippet.id} snippet={snippet} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

/** The words as they will be read from the address: cut, and without what could mislead. */
function optionsOf(
  appearance: Pick<EmbedOptions, "view" | "theme">,
  typedTitle: string,
  typedNote: string,
): EmbedOptions {
  const title = readTitle(typedTitle);
  const note = readNote(typedNote);
  return {
    ...appearance,
    ...(title === undefined ? {} : { title }),
    ...(note === undefined ? {} : { note }),
  };
}
