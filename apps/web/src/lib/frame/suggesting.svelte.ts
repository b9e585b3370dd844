// SPDX-License-Identifier: EUPL-1.2
import { LETTERS, markedWord, type Option, type Suggestions, suggestionsFor } from '#lib/frame/suggestion.ts';
import SuggestionList from '#lib/frame/SuggestionList.svelte';
import { number } from '#lib/format/numbers.ts';
import { kindOf } from '#lib/kinds/index.ts';

/** What is suggested under the search box, and which row is marked. */
export class Suggesting {
  words = $state.raw<Option[]>([]);
  entries = $state.raw<Option[]>([]);
  marked = $state(-1);
  /** How they are shown; it arrives together with this. */
  readonly List = SuggestionList;

  readonly options = $derived([...this.words, ...this.entries]);
  readonly open = $derived(this.options.length > 0);

  private asking: AbortController | undefined;

  async ask(typed: string): Promise<void> {
    this.asking?.abort();
    if (typed.trim().length < LETTERS) return this.close();
    const asking = (this.asking = new AbortController());
    try {
      const found = await suggestionsFor(typed, asking.signal);
      if (!asking.signal.aborted) this.show(found, typed);
    } catch {
      // Suggestions are a help, not the search: when they fail, Enter still finds. A later question closes nothing.
      if (!asking.signal.aborted) this.close();
    }
  }

  close(): void {
    this.asking?.abort();
    this.words = [];
    this.entries = [];
    this.marked = -1;
  }

  /** Marks the next or previous row, round and round. */
  move(step: 1 | -1): void {
    const rows = this.options.length;
    this.marked = this.marked < 0 && step < 0 ? rows - 1 : (this.marked + step + rows) % rows;
  }

  private show({ words, entries }: Suggestions, typed: string): void {
    this.words = words.map(({ value, count }) => ({ href: searchFor(value), parts: markedWord(value, typed), aside: number(count) }));
    this.entries = entries.map(({ href, kind, company, title }) => ({
      href,
      kind,
      parts: title,
      aside: `${kindOf(kind).label()}, ${company}`,
    }));
    this.marked = -1;
  }
}

function searchFor(text: string): string {
  return `/suche?q=${encodeURIComponent(text)}`;
}
