import { useCallback, useRef, useState } from "react";
import { request } from "../../api/client";
import { asProblem, type Problem } from "../../api/problem";
import { sessionEnded } from "../../app/session";
import { keptAnswers, type RowAnswer, type RowAnswers } from "./rows.model";
import type { ImportMapping, ImportPreview, ReadingOptions } from "./sheet.types";

/** A file of 20 MB over a ward's network, and a large sheet to be read. */
const READING_MS = 120_000;

interface ChosenFile {
  readonly name: string;
  /** In base64. */
  readonly content: string;
}

/** A sheet on its way into a list. */
export interface SheetState {
  readonly file: ChosenFile | undefined;
  readonly options: ReadingOptions;
  /** What each column shall become: as proposed, or as a person changed it, also where the server refused that. */
  readonly mapping: ImportMapping | undefined;
  /** The sheet as it was last read. */
  readonly preview: ImportPreview | undefined;
  readonly answers: RowAnswers;
  readonly problem: Problem | undefined;
  readonly isReading: boolean;
}

const NOTHING: SheetState = {
  file: undefined,
  options: {},
  mapping: undefined,
  preview: undefined,
  answers: new Map(),
  problem: undefined,
  isReading: false,
};

function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Reads a file, and again whenever a person corrects how; nothing of it is stored until it is imported. */
export function useSheet(path: string) {
  const [state, setState] = useState<SheetState>(NOTHING);
  const current = useRef(state);
  current.current = state;
  const abort = useRef<AbortController>(undefined);

  const read = useCallback(
    async (file: ChosenFile, options: ReadingOptions, mapping: ImportMapping | undefined) => {
      abort.current?.abort();
      const asked = new AbortController();
      abort.current = asked;
      setState((former) => ({ ...former, file, options, mapping, problem: undefined, isReading: true }));
      const body = { file_name: file.name, content: file.content, ...options, ...(mapping ? { mapping } : {}) };
      const answer = await request<ImportPreview>(path, {
        method: "POST",
        body,
        signal: asked.signal,
        timeoutMs: READING_MS,
      }).catch(asProblem);
      if (asked.signal.aborted) return;
      if (answer instanceof Error) {
        if (answer.status === 401) sessionEnded();
        setState((former) => ({ ...former, problem: answer, isReading: false }));
        return;
      }
      setState((former) => ({
        ...former,
        preview: answer,
        mapping: answer.mapping,
        answers: keptAnswers(former.preview?.rows ?? [], answer.rows, former.answers),
        isReading: false,
      }));
    },
    [path],
  );
  const choose = useCallback(
    async (file: File) => {
      setState(NOTHING);
      const content = await base64Of(file);
      await read({ name: file.name, content }, {}, undefined);
    },
    [read],
  );
  /** Another way of reading the file has other columns: what they become is proposed anew. */
  const setOptions = useCallback(
    (options: ReadingOptions) => {
      const { file } = current.current;
      if (file) void read(file, options, undefined);
    },
    [read],
  );
  const setMapping = useCallback(
    (mapping: ImportMapping) => {
      const { file, options } = current.current;
      if (file) void read(file, options, mapping);
    },
    [read],
  );
  const again = useCallback(() => {
    const { file, options, mapping } = current.current;
    if (file) void read(file, options, mapping);
  }, [read]);
  const answer = useCallback((key: string, given: RowAnswer) => {
    setState((former) => ({ ...former, answers: new Map(former.answers).set(key, given) }));
  }, []);
  return { state, choose, setOptions, setMapping, again, answer };
}

export type SheetControls = ReturnType<typeof useSheet>;
