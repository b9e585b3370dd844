// SPDX-License-Identifier: EUPL-1.2

/** A stretch of a text: there before and after, only after, or only before. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** One field in which two people wrote different things. */
export interface MergeField {
  /** Name of the field in the form. */
  field: string;
  /** `text` can be put together by hand, `choice` is one or the other. */
  type: 'text' | 'choice';
  /** What changed since the text both began with. */
  mine: Stretch[];
  theirs: Stretch[];
  /** Both changes in one text; where they collide, mine comes first and theirs behind it. */
  together: string;
  /** Both changed the same place. */
  collides: boolean;
  /** What is right unless the person says otherwise. */
  proposal: 'mine' | 'theirs' | 'together';
}

/** Two texts and the one both began with. */
export interface Merge {
  base: { number: number; savedAt: string };
  theirs: { number: number; savedAt: string; savedBy: string | null };
  fields: MergeField[];
}
