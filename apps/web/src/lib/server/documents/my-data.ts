// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const MyDataPage = graphql(/* GraphQL */ `
  query MyDataPage {
    myData {
      name
      mail
      mailVerified
      claimsAt
      groupRoles
      memberships {
        company {
          id
          slug
          shortName
          functionAddress
          name {
            de
            en
          }
        }
        department {
          id
          name {
            de
            en
          }
        }
        roles {
          role
          source
        }
        said {
          claim
          value
        }
      }
    }
  }
`);
