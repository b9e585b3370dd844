// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

/** One row of any list. */
export const EntryRow = graphql(/* GraphQL */ `
  fragment EntryRow on EntrySummary {
    id
    kind
    slug
    state
    title
    keyStatement
    company {
      slug
      shortName
    }
    publishedAt
    updatedAt
    usedBy {
      slug
      shortName
    }
  }
`);
