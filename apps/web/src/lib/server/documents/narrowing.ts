// SPDX-License-Identifier: EUPL-1.2
import type { NarrowingPageQuery } from '#lib/gql/graphql.ts';
import { graphql } from '#lib/gql/index.ts';

export const NarrowingPage = graphql(/* GraphQL */ `
  query NarrowingPage($id: ID!) {
    entry(id: $id) {
      id
      slug
      title
      company {
        id
        shortName
        headCount
      }
      department {
        headCount
        name {
          de
          en
        }
      }
      authors {
        id
      }
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
          shortName
          headCount
        }
      }
      may {
        narrow
      }
    }
    companies {
      id
      shortName
      headCount
    }
  }
`);

export type NarrowedEntry = NonNullable<NarrowingPageQuery['entry']>;

export const NarrowVisibility = graphql(/* GraphQL */ `
  mutation NarrowVisibility($id: ID!, $visibility: VisibilityInput!) {
    narrowVisibility(entryId: $id, visibility: $visibility) {
      __typename
      ... on Changed {
        entry {
          id
          slug
        }
      }
      ... on NotPossible {
        code
      }
    }
  }
`);
