// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const CompaniesPage = graphql(/* GraphQL */ `
  query CompaniesPage {
    companies {
      id
      slug
      kind
      shortName
      name {
        de
        en
      }
      headCount
      entryCount
      departments {
        id
        parentId
        name {
          de
          en
        }
        headCount
      }
    }
  }
`);

export const CompanyPage = graphql(/* GraphQL */ `
  query CompanyPage($slug: String!, $peopleAfter: String) {
    company(slug: $slug) {
      id
      slug
      kind
      shortName
      name {
        de
        en
      }
      description {
        de
        en
      }
      headCount
      functionAddress
      entryCount
      departments {
        id
        parentId
        name {
          de
          en
        }
        headCount
      }
      people(first: 50, after: $peopleAfter) {
        nodes {
          id
          name
          jobTitle
          department {
            name {
              de
              en
            }
          }
        }
        endCursor
        hasNextPage
      }
    }
  }
`);

export const CompanyEntries = graphql(/* GraphQL */ `
  query CompanyEntries($company: ID!, $after: String) {
    entries(filter: { company: $company, state: PUBLISHED }, first: 10, after: $after) {
      nodes {
        ...EntryRow
      }
      endCursor
      hasNextPage
    }
  }
`);

export const PersonPage = graphql(/* GraphQL */ `
  query PersonPage($id: ID!) {
    person(id: $id) {
      id
      name
      jobTitle
      about
      mail
      phone
      company {
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
    }
  }
`);

export const ReportBarrier = graphql(/* GraphQL */ `
  mutation ReportBarrier($input: BarrierReportInput!) {
    reportBarrier(input: $input) {
      __typename
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
