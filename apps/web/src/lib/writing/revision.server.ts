// SPDX-License-Identifier: EUPL-1.2
import type { SaveAnswerFragment, WrittenDraftFragment, WrittenRevisionFragment } from '#lib/gql/graphql.ts';
import { graphql } from '#lib/gql/index.ts';

export type WrittenDraft = WrittenDraftFragment;
export type WrittenRevision = WrittenRevisionFragment;
export type SaveAnswer = SaveAnswerFragment;
export type SavedDraft = NonNullable<Extract<SaveAnswer, { __typename: 'Saved' }>['draft']>;
export type Conflict = Extract<SaveAnswer, { __typename: 'RevisionConflict' }>;
export type WrittenDocument = WrittenRevision['document'];

/** A kind adds its answers here, one line for each kind. */
export const Answers = graphql(/* GraphQL */ `
  fragment Answers on KindContent {
    __typename
    ... on PracticeContent {
      problem
      approach
      result
      effort
      reuse
      contact
    }
    ... on LessonContent {
      tried
      expected
      happened
      nextTime
    }
  }
`);

export const Revision = graphql(/* GraphQL */ `
  fragment WrittenRevision on Revision {
    number
    savedAt
    released
    savedBy {
      id
      name
    }
    document {
      title
      keyStatement
      body
      language
      topics
      validUntil
      coAuthors {
        id
        name
        company {
          shortName
        }
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
          slug
          shortName
        }
      }
      content {
        ...Answers
      }
    }
  }
`);

export const Draft = graphql(/* GraphQL */ `
  fragment WrittenDraft on Draft {
    entryId
    kind
    state
    releasedRevision
    unreleased
    company {
      id
      slug
      shortName
      headCount
      functionAddress
      name {
        de
        en
      }
    }
    department {
      headCount
      name {
        de
        en
      }
    }
    missing {
      path
      code
      limit
    }
    may {
      discard
    }
    latest {
      ...WrittenRevision
    }
  }
`);

/** Both ways of saving answer alike. The texts of a conflict are asked for when somebody wants to see them. */
export const SaveAnswerParts = graphql(/* GraphQL */ `
  fragment SaveAnswer on SaveResult {
    __typename
    ... on Saved {
      draft {
        entryId
        releasedRevision
        missing {
          path
          code
          limit
        }
        latest {
          number
          savedAt
          document {
            visibility {
              choice
              companies {
                id
              }
            }
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
    ... on RevisionConflict {
      base {
        number
      }
      theirs {
        number
        savedAt
        savedBy {
          name
        }
      }
    }
  }
`);
