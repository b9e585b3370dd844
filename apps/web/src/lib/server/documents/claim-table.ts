// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const ClaimTableFields = graphql(/* GraphQL */ `
  fragment ClaimTableFields on ClaimTable {
    version
    rules {
      claim
      value
      role
      department {
        slug
      }
    }
    seen {
      claim
      value
      people
      roles
      department {
        slug
      }
    }
  }
`);

export const ClaimTablePage = graphql(/* GraphQL */ `
  query ClaimTablePage($company: String!) {
    claimTable(company: $company) {
      ...ClaimTableFields
    }
  }
`);

export const PreviewClaimTable = graphql(/* GraphQL */ `
  query PreviewClaimTable($input: ClaimTableInput!) {
    claimTablePreview(input: $input) {
      __typename
      ... on ClaimTablePreview {
        changed
        unchanged
        changes {
          person {
            id
            name
          }
          gained
          lost
          before {
            id
            name {
              de
              en
            }
          }
          after {
            id
            name {
              de
              en
            }
          }
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

export const SaveClaimTable = graphql(/* GraphQL */ `
  mutation SaveClaimTable($input: ClaimTableInput!) {
    saveClaimTable(input: $input) {
      __typename
      ... on ClaimTableSaved {
        changed
        table {
          version
        }
      }
      ... on ClaimTableMoved {
        theirs {
          ...ClaimTableFields
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
