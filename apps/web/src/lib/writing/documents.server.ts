// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/index.ts';

export const OpenDraft = graphql(/* GraphQL */ `
  query OpenDraft($id: ID!) {
    draft(entryId: $id) {
      ...WrittenDraft
    }
  }
`);

/** What one may choose from. */
export const Choices = graphql(/* GraphQL */ `
  query WritingChoices {
    companies {
      id
      shortName
      headCount
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

/** Whose the new entry will be. */
export const NewEntryOwner = graphql(/* GraphQL */ `
  query NewEntryOwner {
    viewer {
      mayContribute
      actingFor {
        id
        shortName
        headCount
      }
      memberships {
        company {
          id
        }
        department {
          headCount
          name {
            de
            en
          }
        }
      }
    }
  }
`);

export const CreateDraft = graphql(/* GraphQL */ `
  mutation CreateDraft($input: CreateDraftInput!) {
    createDraft(input: $input) {
      ...SaveAnswer
    }
  }
`);

export const SaveRevision = graphql(/* GraphQL */ `
  mutation SaveRevision($input: SaveRevisionInput!) {
    saveRevision(input: $input) {
      ...SaveAnswer
    }
  }
`);

export const Publish = graphql(/* GraphQL */ `
  mutation Publish($id: ID!, $revision: Int!) {
    publish(entryId: $id, revision: $revision) {
      __typename
      ... on Published {
        entry {
          id
          slug
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

export const Discard = graphql(/* GraphQL */ `
  mutation Discard($id: ID!) {
    discard(entryId: $id) {
      __typename
    }
  }
`);

export const OneRevision = graphql(/* GraphQL */ `
  query OneRevision($id: ID!, $number: Int!) {
    revision(entryId: $id, number: $number) {
      ...WrittenRevision
    }
  }
`);

export const RevisionList = graphql(/* GraphQL */ `
  query RevisionList($id: ID!) {
    draft(entryId: $id) {
      kind
      state
      latest {
        number
        document {
          title
        }
      }
    }
    revisions(entryId: $id) {
      number
      savedAt
      released
      savedBy {
        id
        name
      }
    }
  }
`);

export const Similar = graphql(/* GraphQL */ `
  query Similar($title: String!, $except: ID) {
    similar(title: $title, exceptEntryId: $except) {
      entry {
        id
        slug
        kind
        title
        publishedAt
        company {
          id
          shortName
        }
        usedBy {
          id
        }
      }
    }
  }
`);

export const FindPeople = graphql(/* GraphQL */ `
  query FindPeople($text: String!) {
    people(text: $text) {
      id
      name
      company {
        shortName
      }
    }
  }
`);

export const VisibilityPreview = graphql(/* GraphQL */ `
  query VisibilityPreview($visibility: VisibilityInput!, $entry: ID) {
    visibilityPreview(visibility: $visibility, entryId: $entry) {
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
        slug
        shortName
      }
    }
  }
`);
