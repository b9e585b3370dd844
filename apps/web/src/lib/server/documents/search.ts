// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const SearchPage = graphql(/* GraphQL */ `
  query SearchPage($input: SearchInput!) {
    search(input: $input) {
      total
      hits {
        entry {
          ...EntryRow
        }
        title {
          text
          match
        }
        keyStatement {
          text
          match
        }
        snippet {
          text
          match
        }
        reasons
      }
      facets {
        kinds {
          value
          count
        }
        companies {
          value
          count
        }
        topics {
          value
          count
        }
        years {
          value
          count
        }
        states {
          value
          count
        }
      }
      near
      didYouMean
      narrower {
        value
        count
      }
      endCursor
      hasNextPage
    }
    companies {
      slug
      shortName
    }
    topics {
      id
      name {
        de
        en
      }
    }
  }
`);

/** How many there would be, for the ways out when nothing was found. */
export const SearchCount = graphql(/* GraphQL */ `
  query SearchCount($input: SearchInput!) {
    search(input: $input) {
      total
    }
  }
`);

export const Suggest = graphql(/* GraphQL */ `
  query Suggest($text: String!) {
    suggest(text: $text) {
      words {
        value
        count
      }
      entries {
        entry {
          id
          slug
          kind
          company {
            shortName
          }
        }
        title {
          text
          match
        }
      }
    }
  }
`);
