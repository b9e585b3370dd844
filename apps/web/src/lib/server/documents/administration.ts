// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const AdministeredCompany = graphql(/* GraphQL */ `
  query AdministeredCompany($slug: String!) {
    company(slug: $slug) {
      id
      slug
      shortName
      functionAddress
      name {
        de
        en
      }
      departments {
        id
        slug
        name {
          de
          en
        }
      }
    }
    viewer {
      person {
        id
      }
      memberships {
        company {
          id
        }
        roles
      }
    }
  }
`);

export const MemberCounts = graphql(/* GraphQL */ `
  query MemberCounts($companyId: ID!, $slug: String!) {
    current: companyMembers(companyId: $companyId, first: 1) {
      total
    }
    ended: companyMembers(companyId: $companyId, ended: true, first: 1) {
      total
    }
    claimTable(company: $slug) {
      seen {
        roles
        department {
          id
        }
      }
    }
  }
`);

export const MembersPage = graphql(/* GraphQL */ `
  query MembersPage($companyId: ID!, $ended: Boolean!, $text: String, $after: String) {
    companyMembers(companyId: $companyId, ended: $ended, text: $text, first: 50, after: $after) {
      total
      endCursor
      hasNextPage
      nodes {
        ...MemberRow
      }
    }
  }
`);

export const MemberRow = graphql(/* GraphQL */ `
  fragment MemberRow on CompanyMember {
    person {
      id
      name
    }
    department {
      name {
        de
        en
      }
    }
    roles {
      role
      source
    }
    foreignMail
    isCurrent
    endedAt
    endedBy
  }
`);

export const GrantRole = graphql(/* GraphQL */ `
  mutation GrantRole($personId: ID!, $companyId: ID!, $role: Role!) {
    grantRole(personId: $personId, companyId: $companyId, role: $role) {
      __typename
      ... on RightsKept {
        why
      }
    }
  }
`);

export const RevokeRole = graphql(/* GraphQL */ `
  mutation RevokeRole($personId: ID!, $companyId: ID!, $role: Role!) {
    revokeRole(personId: $personId, companyId: $companyId, role: $role) {
      __typename
      ... on RightsKept {
        why
      }
    }
  }
`);

export const EndMembership = graphql(/* GraphQL */ `
  mutation EndMembership($personId: ID!, $companyId: ID!) {
    endMembership(personId: $personId, companyId: $companyId) {
      __typename
    }
  }
`);

export const ReopenMembership = graphql(/* GraphQL */ `
  mutation ReopenMembership($personId: ID!, $companyId: ID!) {
    reopenMembership(personId: $personId, companyId: $companyId) {
      __typename
      ... on MembershipChanged {
        member {
          isCurrent
        }
      }
    }
  }
`);

export const SignInWayOf = graphql(/* GraphQL */ `
  query SignInWayOf {
    signInWays {
      slug
      provider
    }
  }
`);
