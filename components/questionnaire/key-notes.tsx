import { useEffect, useState } from "react";
import { Kbd } from "@/components/ui/kbd";

interface KeyNotesProps {
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** The shortcuts and their switch. Shown once scripts run, since without them there are none. */
export function KeyNotes({ isOn, onSwitch }: KeyNotesProps) {
  const [isAlive, setIsAlive] = useState(false);
  useEffect(() => setIsAlive(true), []);
  if (!isAlive) return null;
  return (
    <div className="key-notes">
      {isOn ? (
        <p>
          Keys: <Kbd>1</Kbd> to <Kbd>9</Kbd> answer,
          <br />
          <Kbd>N</Kbd> next, <Kbd>B</Kbd> back
        </p>
      ) : null}
      <label>
        <input
          type="checkbox"
          className="checkbox"
          checked={isOn}
          onChange={() => onSwitch(!isOn)}
        />{" "}
        Use keys
      </label>
    </div>
  );
}
