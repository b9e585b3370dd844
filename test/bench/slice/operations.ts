// SPDX-License-Identifier: EUPL-1.2
const summary = `id kind slug state title keyStatement company { slug shortName } responsible { id name } topics { id name { de } }
  publishedAt updatedAt validUntil usedBy { slug shortName }`;

/** What is asked, by the id under which it is known to the API. */
export const operations = {
  list: `query { entries(first: 20) { nodes { ${summary} } endCursor hasNextPage } }`,
  entry: `query ($id: ID!) { entry(id: $id) { __typename id kind slug state title keyStatement body language company { slug shortName name { de } }
    department { name { de } } responsible { id name mail jobTitle } authors { id name } topics { id name { de } }
    visibility { choice headCount companies { shortName } } publishedAt updatedAt validUntil revision
    reuses { company { slug shortName } since person { name } } history { at action person { name } } may { edit reuse }
    ... on Practice { content { problem approach result effort reuse contact } } } }`,
  suggest: `query ($text: String!) { suggest(text: $text) { words { value count } entries { entry { id slug title } } } }`,
  search: `query ($text: String!) { search(input: { text: $text }) { total hits { entry { id } } } }`,
  createDraft: `mutation ($input: CreateDraftInput!) { createDraft(input: $input) { __typename } }`,
  publish: `mutation ($entryId: ID!) { publish(entryId: $entryId, revision: 1) { __typename } }`,
} as const;
