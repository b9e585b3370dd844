// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const AddReuse = graphql(/* GraphQL */ `
  mutation AddReuse($id: ID!) {
    addReuse(entryId: $id) {
      __typename
    }
  }
`);

export const RemoveReuse = graphql(/* GraphQL */ `
  mutation RemoveReuse($id: ID!) {
    removeReuse(entryId: $id) {
      __typename
    }
  }
`);

export const Archive = graphql(/* GraphQL */ `
  mutation Archive($id: ID!) {
    archive(entryId: $id) {
      __typename
      ... on NotPossible {
        code
      }
    }
  }
`);

export const Withdraw = graphql(/* GraphQL */ `
  mutation Withdraw($id: ID!) {
    withdraw(entryId: $id) {
      __typename
      ... on NotPossible {
        code
      }
    }
  }
`);

export const Restore = graphql(/* GraphQL */ `
  mutation Restore($id: ID!) {
    restore(entryId: $id) {
      __typename
      ... on NotPossible {
        code
      }
    }
  }
`);
