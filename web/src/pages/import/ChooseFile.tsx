import { type DragEvent, useId, useState } from "react";
import { literal } from "../../i18n/literal";
import { useText } from "../../i18n/useText";
import styles from "./Import.module.css";

interface ChooseFileProps {
  readonly choose: (file: File) => void;
  readonly isReading: boolean;
  /** The file that was chosen. */
  readonly name: string | undefined;
}

/** Chooses the file, by the browser's dialog or by dropping it here. */
export function ChooseFile({ choose, isReading, name }: ChooseFileProps) {
  const text = useText();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) choose(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the control inside
    <div
      className={styles.file}
      data-over={isOver ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className={styles.fileInput}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) choose(file);
          // The same file, corrected meanwhile, can be chosen again.
          event.currentTarget.value = "";
        }}
      />
      <label htmlFor={id} className={styles.fileButton}>
        {text(name === undefined ? "choose-file" : "choose-other-file")}
      </label>
      <span role="status">
        {isReading ? text("reading-file") : name === undefined ? text("choose-file-what") : <bdi>{literal(name)}</bdi>}
      </span>
    </div>
  );
}
