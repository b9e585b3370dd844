// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const OffboardingTokens = graphql(/* GraphQL */ `
  query OffboardingTokens($companyId: ID!) {
    offboardingTokens(companyId: $companyId) {
      id
      name
      createdAt
      revokedAt
    }
  }
`);

export const CreateOffboardingToken = graphql(/* GraphQL */ `
  mutation CreateOffboardingToken($companyId: ID!, $name: String!) {
    createOffboardingToken(companyId: $companyId, name: $name) {
      __typename
      ... on OffboardingTokenCreated {
        secret
        token {
          name
        }
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

export const RevokeOffboardingToken = graphql(/* GraphQL */ `
  mutation RevokeOffboardingToken($id: ID!) {
    revokeOffboardingToken(id: $id) {
      id
      name
    }
  }
`);

export const SignInJournalOf = graphql(/* GraphQL */ `
  query SignInJournalOf($companyId: ID!) {
    signInJournal(companyId: $companyId) {
      days {
        day
        signedIn
        failed
      }
      hints {
        hint
        count
      }
      records {
        at
        failure
        hints
        person {
          id
          name
        }
      }
    }
  }
`);
