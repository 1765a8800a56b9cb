import { type DragEvent, useId, useState } from "react";
import { longestPaste } from "@/lib/recognise/text";

/** One thing that was brought: a text in a field, or a long one that is only held. */
export interface PasteBox {
  readonly id: number;
  readonly cluster: string;
  readonly source: string | File;
  /** Set when the text is too long to be shown in a field. */
  readonly held?: string | undefined;
  readonly problem?: string | undefined;
}

export function newBox(id: number): PasteBox {
  return { id, cluster: "", source: "" };
}

/** A field with more text than this makes a browser slow; the text is held and not shown. */
const longestField = 60_000;

function sizeText(size: number): string {
  return size < 1_000_000
    ? `${Math.ceil(size / 1000)} kB`
    : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

function hold(box: PasteBox, source: string | File, name: string): PasteBox {
  const size = typeof source === "string" ? source.length : source.size;
  if (size > longestPaste)
    return {
      ...box,
      source: "",
      held: undefined,
      problem: `${name} has ${sizeText(size)}; at most ${sizeText(longestPaste)} can be read. Take the script’s output, which is shorter.`,
    };
  return { ...box, source, held: `${name}, ${sizeText(size)}`, problem: undefined };
}

interface PasteBoxesProps {
  boxes: readonly PasteBox[];
  onChange: (change: (boxes: readonly PasteBox[]) => readonly PasteBox[]) => void;
}

/** The fields to paste into and to drop files on. */
export function PasteBoxes({ boxes, onChange }: PasteBoxesProps) {
  const [isOver, setIsOver] = useState(false);
  const fileField = useId();
  const change = (id: number, to: (box: PasteBox) => PasteBox) =>
    onChange((all) => all.map((box) => (box.id === id ? to(box) : box)));
  const addFiles = (files: readonly File[]) =>
    onChange((all) => {
      const next = Math.max(...all.map(({ id }) => id)) + 1;
      const kept = all.filter(({ source, held }) => source !== "" || held !== undefined);
      return [...kept, ...files.map((file, at) => hold(newBox(next + at), file, file.name))];
    });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) addFiles(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the file field.
    <div
      className="import-boxes"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {boxes.map((box, index) => (
        <PasteField
          key={box.id}
          box={box}
          number={index + 1}
          count={boxes.length}
          onChange={(to) => change(box.id, to)}
          onRemove={() =>
            onChange((all) => {
              const rest = all.filter(({ id }) => id !== box.id);
              return rest.length > 0 ? rest : [newBox(box.id + 1)];
            })
          }
        />
      ))}
      <p className="import-more">
        <button
          type="button"
          className="button"
          data-variant="secondary"
          onClick={() =>
            onChange((all) => [...all, newBox(Math.max(...all.map(({ id }) => id)) + 1)])
          }
        >
          Add another output
        </button>
        <label className="import-file" htmlFor={fileField}>
          Or choose files
        </label>
        <input
          id={fileField}
          type="file"
          multiple
          onChange={(event) => {
            addFiles([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </p>
    </div>
  );
}

interface PasteFieldProps {
  box: PasteBox;
  number: number;
  count: number;
  onChange: (to: (box: PasteBox) => PasteBox) => void;
  onRemove: () => void;
}

function PasteField({ box, number, count, onChange, onRemove }: PasteFieldProps) {
  const id = useId();
  const name = count > 1 ? `Output ${number}` : "Output of the commands";
  const isEmpty = box.source === "" && box.held === undefined;
  return (
    <div className="import-box">
      {box.held === undefined ? (
        <>
          <label htmlFor={`${id}-text`}>{name}</label>
          <textarea
            id={`${id}-text`}
            rows={9}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            value={typeof box.source === "string" ? box.source : ""}
            aria-describedby={box.problem ? `${id}-problem` : undefined}
            onChange={({ target }) =>
              onChange((before) =>
                target.value.length > longestField
                  ? hold(before, target.value, "Pasted text")
                  : { ...before, source: target.value, problem: undefined },
              )
            }
            onPaste={(event) => {
              const text = event.clipboardData.getData("text/plain");
              if (text.length <= longestField) return;
              event.preventDefault();
              onChange((before) => hold(before, text, "Pasted text"));
            }}
          />
        </>
      ) : (
        <p className="import-held">
          <b>{box.held}</b>
          <span>Read, but too long to show here.</span>
        </p>
      )}
      {box.problem ? (
        <p className="import-problem" id={`${id}-problem`} role="alert">
          {box.problem}
        </p>
      ) : null}
      <p className="import-box-foot">
        <label htmlFor={`${id}-cluster`}>
          Cluster <span>(a name, if there are several)</span>
        </label>
        <input
          id={`${id}-cluster`}
          type="text"
          maxLength={60}
          autoComplete="off"
          value={box.cluster}
          onChange={({ target }) => onChange((before) => ({ ...before, cluster: target.value }))}
        />
        {count > 1 || !isEmpty ? (
          <button type="button" className="question-clear" onClick={onRemove}>
            Remove<span className="sr-only"> {name}</span>
          </button>
        ) : null}
      </p>
    </div>
  );
}
