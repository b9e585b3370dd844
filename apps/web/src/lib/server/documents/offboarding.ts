// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const Offboard = graphql(/* GraphQL */ `
  mutation Offboard($secret: String!, $people: [String!]!) {
    offboard(secret: $secret, people: $people) {
      __typename
      ... on Offboarded {
        ended
        unknown
        ambiguous
      }
      ... on InvalidInput {
        fields {
          path
          code
          limit
        }
      }
    }
  }
`);
