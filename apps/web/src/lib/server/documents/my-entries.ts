// SPDX-License-Identifier: EUPL-1.2
import type { MyEntriesPageQuery } from '#lib/gql/graphql.ts';
import { graphql } from '#lib/gql/index.ts';

export const MyEntriesPage = graphql(/* GraphQL */ `
  query MyEntriesPage($filter: MyEntriesFilter!, $after: String) {
    myEntries(filter: $filter, first: 20, after: $after) {
      nodes {
        entryId
        kind
        slug
        state
        title
        visibility
        company {
          shortName
        }
        responsible {
          name
        }
        savedAt
        unreleased
        publishedAt
        validUntil
        answered
        questions
        deletedAt
        may {
          edit
          restore
        }
      }
      endCursor
      hasNextPage
      counts {
        all
        draft
        published
        archived
        trashed
      }
    }
    lookedAfter: myEntries(filter: { scope: COMPANY }, first: 1) {
      counts {
        all
      }
    }
    withoutResponsible: myEntries(filter: { scope: WITHOUT_RESPONSIBLE }, first: 1) {
      counts {
        all
      }
    }
  }
`);

export type MyEntry = MyEntriesPageQuery['myEntries']['nodes'][number];
