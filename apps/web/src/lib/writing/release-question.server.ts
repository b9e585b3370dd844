// SPDX-License-Identifier: EUPL-1.2
import type { RequestEvent } from '@sveltejs/kit';
import { type Circle, isSame, isWider } from '#lib/entries/circle.ts';
import type { VisibilityInForceQuery } from '#lib/gql/graphql.ts';
import { graphql } from '#lib/gql/index.ts';
import { api } from '#lib/server/api.ts';

/** What somebody is asked before a release: to give it to everybody, or again to those it was taken from after the last one. */
export type ReleaseQuestion = { about: 'public' } | { about: 'wider'; now: NonNullable<VisibilityInForceQuery['entry']>['visibility'] };

interface Written {
  entryId: string;
  releasedRevision?: number | null;
  latest: { document: { visibility: Circle } };
}

/** Narrowing acts on the released entry and leaves the revisions alone, so a revision from before may open what was closed since. */
export async function questionBefore(event: RequestEvent, { entryId, releasedRevision, latest }: Written): Promise<ReleaseQuestion | null> {
  const then = latest.document.visibility;
  if (then.choice === 'PUBLIC') return { about: 'public' };
  if (!releasedRevision) return null;
  const { entry, revision } = await api(event).query(VisibilityInForce, { id: entryId, revision: releasedRevision });
  const now = entry?.visibility;
  const narrowed = now && revision && !isSame(now, revision.document.visibility);
  return narrowed && isWider(now, then) ? { about: 'wider', now } : null;
}

const VisibilityInForce = graphql(/* GraphQL */ `
  query VisibilityInForce($id: ID!, $revision: Int!) {
    entry(id: $id) {
      visibility {
        choice
        headCount
        department {
          name {
            de
            en
          }
        }
        companies {
          id
          slug
          shortName
        }
      }
    }
    revision(entryId: $id, number: $revision) {
      document {
        visibility {
          choice
          companies {
            id
          }
        }
      }
    }
  }
`);
