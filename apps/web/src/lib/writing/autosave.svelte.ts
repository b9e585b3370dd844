// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';
import type { ChosenPerson } from './editor.ts';
import { forgetText, keepText } from './kept-text.ts';
import type { Problem } from './problems.ts';
import { type Fault, faultOf } from './refusal.ts';
import type { OtherRevision, SaveAnswer } from './save-answer.ts';
import { type Values, valuesOfForm } from './values.ts';

/** After the last letter. */
const PAUSE_MS = 1_500;
/** Somebody who never pauses is saved all the same. */
const LONGEST_WAIT_MS = 10_000;
/** While the hub does not answer. */
const RETRY_MS = 10_000;

export interface AutosaveOptions {
  /** Whose text it is; null when nobody is signed in, then nothing is kept on the device. */
  person: string | null;
  entryId: string;
  kind: EntryKind;
  base: number;
  savedAt: string | null;
  missing: Problem[];
  people: () => ChosenPerson[];
  /** The first time there is something on the server. */
  onfirst: () => void;
}

/** Saves the form by itself while somebody writes. Never publishes, and never lets go of a text before it is on the server. */
export class Autosave {
  state = $state<'unchanged' | 'changed' | 'saving' | 'saved' | 'refused' | 'conflict' | Fault>('unchanged');
  base = $state(0);
  savedAt = $state<string | null>(null);
  missing = $state.raw<Problem[]>([]);
  problems = $state.raw<Problem[]>([]);
  theirs = $state.raw<OtherRevision | null>(null);
  /** Whether the text is safe on this device. */
  kept = $state(false);

  private readonly options: AutosaveOptions;
  private form: HTMLFormElement | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private changedSince: number | undefined;
  private running: Promise<void> | undefined;
  /** Counts what was typed, so that an answer knows whether it answers the newest. */
  private typed = 0;

  constructor(options: AutosaveOptions) {
    this.options = options;
    this.base = options.base;
    this.savedAt = options.savedAt;
    this.missing = options.missing;
  }

  /** Starts with the form on the page; returns how to stop. */
  attach(form: HTMLFormElement): () => void {
    this.form = form;
    const leaving = () => document.visibilityState === 'hidden' && this.leave();
    const back = () => this.isWaiting() && this.saveNow();
    document.addEventListener('visibilitychange', leaving);
    addEventListener('pagehide', this.leave);
    addEventListener('online', back);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      removeEventListener('pagehide', this.leave);
      removeEventListener('online', back);
      this.leave();
      this.form = undefined;
    };
  }

  changed(): void {
    this.typed += 1;
    this.changedSince ??= Date.now();
    this.keep();
    if (this.state === 'conflict' || this.state === 'session-ended') return;
    if (this.state !== 'saving' && !this.isWaiting()) this.state = 'changed';
    this.saveIn(Math.max(0, Math.min(PAUSE_MS, this.changedSince + LONGEST_WAIT_MS - Date.now())));
  }

  /** A field was left. */
  blurred(): void {
    if (this.state === 'changed') void this.saveNow();
  }

  async saveNow(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    if (this.changedSince === undefined || this.state === 'conflict') return;
    this.running = this.send().finally(() => (this.running = undefined));
    await this.running;
  }

  /** Puts the own text on top of the one saved in between. */
  keepMine(): Promise<void> {
    if (this.theirs) this.base = this.theirs.number;
    this.theirs = null;
    this.state = 'changed';
    this.changedSince ??= Date.now();
    return this.saveNow();
  }

  /** The form goes the ordinary way now: what is under way is waited for, nothing else is sent. */
  async handOver(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    clearTimeout(this.timer);
    if (this.changedSince !== undefined) this.keep({ sent: true });
    this.changedSince = undefined;
  }

  get busy(): boolean {
    return this.running !== undefined;
  }

  private leave = (): void => {
    if (this.changedSince === undefined || this.running || this.state === 'conflict' || !this.form) return;
    clearTimeout(this.timer);
    this.running = this.send({ keepalive: true }).finally(() => (this.running = undefined));
  };

  private async send(init: RequestInit = {}): Promise<void> {
    const { form, typed } = this;
    if (!form) return;
    if (!this.isWaiting()) this.state = 'saving';
    const answer = await this.ask(form, init);
    if (typeof answer === 'string') return this.failed(answer);
    this.answered(answer, typed);
  }

  private async ask(form: HTMLFormElement, init: RequestInit): Promise<SaveAnswer | Fault> {
    const body = new FormData(form);
    body.set('base', String(this.base));
    try {
      const response = await fetch(`/beitrag/${this.options.entryId}/bearbeiten/speichern`, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
        ...init,
      });
      return response.ok ? ((await response.json()) as SaveAnswer) : faultOf(response.status);
    } catch {
      return 'unavailable';
    }
  }

  private answered(answer: SaveAnswer, typed: number): void {
    this.problems = answer.outcome === 'invalid' ? answer.problems : [];
    if (answer.outcome === 'conflict') {
      this.theirs = answer.theirs;
      this.state = 'conflict';
    } else if (answer.outcome === 'invalid') {
      this.state = 'refused';
      this.changedSince = undefined;
    } else {
      this.saved(answer, typed);
    }
  }

  private saved({ base, savedAt, missing }: SaveAnswer & { outcome: 'saved' }, typed: number): void {
    const first = this.base === 0;
    this.base = base;
    this.savedAt = savedAt;
    this.missing = missing;
    if (typed === this.typed) {
      this.state = 'saved';
      this.changedSince = undefined;
      this.forget();
    } else {
      this.state = 'changed';
      this.saveIn(PAUSE_MS);
    }
    if (first) this.options.onfirst();
  }

  private failed(fault: Fault): void {
    this.state = fault;
    this.keep();
    if (this.isWaiting()) this.saveIn(RETRY_MS);
  }

  /** The hub does not answer; it is asked again. */
  private isWaiting(): boolean {
    return this.state === 'unavailable' || this.state === 'unexpected';
  }

  private saveIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), ms);
  }

  private keep(note: { sent?: boolean } = {}): void {
    const { person, entryId, kind, people } = this.options;
    if (!this.form || !person) return;
    const values: Values = valuesOfForm(new FormData(this.form));
    this.kept = keepText(person, { entryId, kind, base: this.base, values, people: people(), ...note });
  }

  private forget(): void {
    const { person, entryId } = this.options;
    this.kept = false;
    if (person) forgetText(person, entryId);
  }
}
