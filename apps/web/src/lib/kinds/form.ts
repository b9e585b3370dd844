// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';

/** One guiding question of a kind: a text of its own in the entry, written in Markdown. */
export interface Question {
  /** As in the API; the form sends it as `content.<name>`. */
  name: string;
  label(): string;
  hint(): string;
  /** Characters. */
  limit: number;
  /** Wanted before the entry is published; a draft may leave it open. */
  required: boolean;
  /** Stands under "Mehr Angaben". */
  more: boolean;
}

/** How a kind is written: `kinds/<kind>/form.ts` exports one as `form`, and the form is made from it. */
export interface KindForm {
  kind: EntryKind;
  /** "Praxisbeispiel beschreiben" */
  heading(): string;
  titleQuestion(): string;
  questions: readonly Question[];
}
