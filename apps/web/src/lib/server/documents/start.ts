// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const StartPage = graphql(/* GraphQL */ `
  query StartPage {
    hubCounts {
      entries
      companies
    }
    beingWritten: myEntries(filter: { unreleased: true }, first: 20) {
      nodes {
        entryId
        kind
        state
        title
        savedAt
        answered
        questions
      }
    }
    dueForMe {
      due
      entry {
        ...EntryRow
      }
    }
    newFromOthers(first: 5) {
      total
      since
      nodes {
        ...EntryRow
      }
    }
  }
`);

export const PublicStartPage = graphql(/* GraphQL */ `
  query PublicStartPage {
    hubCounts {
      entries
      companies
    }
    entries(first: 5) {
      nodes {
        ...EntryRow
      }
      hasNextPage
    }
  }
`);
