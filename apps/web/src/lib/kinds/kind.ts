// SPDX-License-Identifier: EUPL-1.2
import type { Component } from 'svelte';
import type { LucideIcon } from '#lib/components/icon.ts';
import type { EntryKind } from '#lib/gql/graphql.ts';

/** What every page knows of a kind: `kinds/<kind>/kind.ts` exports one as `kind`. */
export interface Kind {
  kind: EntryKind;
  /** Part of the addresses `/beitragen/<slug>` and `?art=<slug>`. */
  slug: string;
  icon: LucideIcon;
  /** "Praxisbeispiel" */
  label(): string;
  /** "Praxisbeispiele" */
  plural(): string;
  /** One line in the "Beitragen" menu: when to choose this kind. */
  purpose(): string;
}

/** A part of an entry's text in reading order, already as safe HTML. */
export interface Section {
  id: string;
  title: string;
  html: string;
}

/** `kinds/<kind>/View.svelte`: the text of an entry. */
export type KindView = Component<{ sections: readonly Section[] }>;
