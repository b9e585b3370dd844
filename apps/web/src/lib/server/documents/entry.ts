// SPDX-License-Identifier: EUPL-1.2
import type { EntryPageQuery } from '#lib/gql/graphql.ts';
import { graphql } from '#lib/gql/index.ts';

/** A kind adds a fragment for its own part here. */
export const EntryPage = graphql(/* GraphQL */ `
  query EntryPage($id: ID!) {
    entry(id: $id) {
      __typename
      id
      kind
      slug
      state
      title
      keyStatement
      body
      language
      company {
        id
        slug
        shortName
        name {
          de
          en
        }
        functionAddress
      }
      department {
        name {
          de
          en
        }
      }
      responsible {
        id
        name
        mail
        phone
      }
      authors {
        id
        name
      }
      topics {
        id
        name {
          de
          en
        }
      }
      visibility {
        choice
        department {
          name {
            de
            en
          }
        }
        companies {
          slug
          shortName
        }
        headCount
      }
      publishedAt
      updatedAt
      validUntil
      revision
      reuses {
        id
        since
        company {
          id
          slug
          shortName
        }
      }
      history {
        id
        at
        action
        person {
          id
          name
        }
        company {
          shortName
        }
      }
      may {
        edit
        archive
        withdraw
        restore
        discard
        narrow
        reuse
      }
      ... on Practice {
        content {
          problem
          approach
          result
          effort
          reuse
          contact
        }
      }
      ... on Lesson {
        content {
          tried
          expected
          happened
          nextTime
        }
      }
    }
  }
`);

export type EntryView = NonNullable<EntryPageQuery['entry']>;
