import { request } from "../../api/client";
import { asProblem, BREAK_GLASS_REQUIRED, Problem } from "../../api/problem";
import type { LiveChange, Row } from "../../api/types";
import type { PatientView } from "../../api/wire";
import { sessionEnded } from "../../app/session";
import { makeStore } from "../../app/store";
import type { RowSource } from "../../list/ListContext";
import { backoffMs } from "../../live/backoff.model";
import type { ListStore } from "../../live/listStore";
import { overlayOf } from "../../live/outbox.model";
import { type ShownRow, shownRow } from "../../live/shown.model";
import type { ListEvent, TeamLive } from "../../live/teamLive";
import { afterLiveChange, fieldsInUse, rowOfPatient } from "./patientBase.model";

export type PatientState =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly patient: PatientView }
  | { readonly state: "failed"; readonly problem: Problem };

export interface PatientStoreOptions {
  /** The address of the patient on the server. */
  readonly path: string;
  readonly patient: string;
  readonly live: TeamLive;
  readonly me: string;
  /** The open list whose changes keep the patient true; undefined where the patient is on none. */
  readonly list: { readonly id: string; readonly store: ListStore } | undefined;
}

/** One patient, whole: read once, kept true by the changes of an open list and by news of what no open list tells, with my own changes laid over. */
export class PatientStore implements RowSource {
  readonly state = makeStore<PatientState>({ state: "loading" });
  readonly #options: PatientStoreOptions;
  readonly #listeners = new Set<() => void>();
  #patient: PatientView | undefined;
  /** The team's sequence when the patient was last read whole. */
  #readAt = 0;
  /** The newest news that was heard of. */
  #newsAt = 0;
  #shown: ShownRow | undefined;
  /** What came while the patient was being read. */
  #meanwhile: LiveChange[] = [];
  #isReading = false;
  #isStale = false;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: readonly (() => void)[] = [];

  constructor(options: PatientStoreOptions) {
    this.#options = options;
  }

  /** Whose store it is. */
  get id(): string {
    return this.#options.patient;
  }

  start(): void {
    const { live, list, patient } = this.#options;
    const redraw = () => this.#redraw();
    // No list tells of a patient on none, and news may not come: what I changed myself is read.
    const follow = () => {
      const isBehind = live.outbox.state
        .get()
        .pending.some(({ command, effectiveAt = 0 }) => "patient" in command && effectiveAt > this.sequence);
      if (isBehind && this.#patient && !this.#isReading) void this.read();
    };
    this.#stops = [
      live.team.subscribe(redraw),
      live.outbox.state.subscribe(redraw),
      live.watch(patient, (sequence) => this.#hearNews(sequence)),
      ...(list
        ? [live.listen(list.id, (event) => this.#hear(event)), list.store.subscribe(patient, redraw)]
        : [live.outbox.state.subscribe(follow)]),
    ];
    void this.read();
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  get sequence(): number {
    return this.#patient?.sequence ?? 0;
  }

  readonly find = (patient: string): ShownRow | undefined => {
    const { live, list } = this.#options;
    // Decisions about other patients' edits can be open on this page too: who they are is known by the list.
    if (patient !== this.id) return list?.store.find(patient);
    const row = this.findBase(patient);
    if (!row) return undefined;
    const ofList = list?.store.find(patient);
    const overlay = overlayOf(live.outbox.state.get(), this.sequence).get(patient);
    this.#shown ??= shownRow(
      row,
      { fields: this.#fields() },
      { overlay, editors: ofList?.editors, unseen: ofList?.unseen },
    );
    return this.#shown;
  };

  findBase(patient: string): Row | undefined {
    return this.#patient?.id === patient ? rowOfPatient(this.#patient, this.#fields()) : undefined;
  }

  readonly subscribe = (_patient: string, listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the patient from the server: at the start, and where a change does not say enough. */
  readonly read = async (): Promise<void> => {
    if (this.#isReading) {
      this.#isStale = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#isReading = true;
    const answer = await request<PatientView>(this.#options.path).catch(asProblem);
    this.#isReading = false;
    if ("id" in answer) this.#take(answer);
    else this.#fail(answer);
  };

  /** The access to a protected patient has ended: nothing of her stays, also where the server cannot be asked. */
  readonly mask = (): void => this.#fail(new Problem(403, BREAK_GLASS_REQUIRED));

  #take(patient: PatientView): void {
    this.#attempt = 0;
    this.#patient = patient;
    const isBehind = this.#newsAt > patient.sequence;
    this.#readAt = patient.sequence;
    const meanwhile = this.#meanwhile;
    this.#meanwhile = [];
    this.#apply(meanwhile);
    if (this.#isStale || isBehind) {
      this.#isStale = false;
      void this.read();
    }
  }

  #fail(problem: Problem): void {
    if (problem.status === 401) sessionEnded();
    const former = this.state.get();
    // What the server refused stays so while it cannot be asked again.
    if (problem.isTransient && former.state === "failed" && !former.problem.isTransient) return;
    if (!this.#patient || !problem.isTransient) {
      if (problem.status === 404 || problem.status === 403) this.#patient = undefined;
      this.state.set({ state: "failed", problem });
      return;
    }
    this.#timer = setTimeout(() => void this.read(), backoffMs(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  /** Changes of the list may have come since, but not this. */
  #hearNews(sequence: number): void {
    this.#newsAt = Math.max(this.#newsAt, sequence);
    if (this.#patient && !this.#isReading && this.#newsAt > this.#readAt) void this.read();
  }

  #hear(event: ListEvent): void {
    const { state } = this.state.get();
    if (event.type === "read-anew") {
      if (this.#patient || state === "failed") void this.read();
    } else if (state === "failed") {
      // Perhaps she is no longer protected from who looks.
      if (event.changes.some((change) => change.type === "row" && change.row.patient.id === this.id)) void this.read();
    } else if (this.#isReading) {
      this.#meanwhile.push(...event.changes);
    } else {
      this.#apply(event.changes);
    }
  }

  #apply(changes: readonly LiveChange[]): void {
    for (const change of changes) {
      if (!this.#patient) return;
      const next = afterLiveChange(this.#patient, change, this.#options.me);
      if (next === "reread") {
        void this.read();
        break;
      }
      this.#patient = next;
    }
    this.#redraw();
  }

  #fields() {
    const team = this.#options.live.team.get();
    return team.state === "loaded" ? fieldsInUse(team.team.schema.fields) : [];
  }

  #redraw(): void {
    this.#shown = undefined;
    const former = this.state.get();
    if (this.#patient && (former.state !== "loaded" || former.patient !== this.#patient))
      this.state.set({ state: "loaded", patient: this.#patient });
    for (const listener of [...this.#listeners]) listener();
  }
}
