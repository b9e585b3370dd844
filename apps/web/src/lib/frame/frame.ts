// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';
import type { Theme } from '#lib/server/preferences.ts';

/** What the frame shows on every page. */
export interface Frame {
  city: string;
  /** There is a session, even when the API could not say whose. */
  signedIn: boolean;
  /** Null for a stranger. */
  viewer: FrameViewer | null;
  theme: Theme;
  shortcuts: boolean;
  /** Address of the page where one signs in as somebody else; development only. */
  switchPerson: string | null;
}

export interface FrameViewer {
  id: string;
  name: string;
  actingFor: FrameCompany | null;
  companies: readonly FrameCompany[];
  /** Those of them whose admin the viewer is. */
  administers: readonly FrameCompany[];
  mayContribute: readonly EntryKind[];
}

export interface FrameCompany {
  id: string;
  slug: string;
  shortName: string;
}
