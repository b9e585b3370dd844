// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/gql.ts';
import type { SignInMutation } from '#lib/gql/graphql.ts';

const signIn = graphql(/* GraphQL */ `
  mutation SignIn {
    signIn {
      __typename
    }
  }
`);

const TIMEOUT_MS = 5_000;

/** The API did not take the token in: it is down, slow or restarting. */
export class ApiNotReached extends Error {
  constructor(options?: ErrorOptions) {
    super('the API cannot be reached', options);
    this.name = 'ApiNotReached';
  }
}

/** Whether the API knows of the token now; `locked` for somebody the hub has locked. @throws ApiNotReached */
export type Announce = (accessToken: string) => Promise<'signed-in' | 'locked'>;

/** Tells the API about a fresh token, so that today's memberships and roles are those of its claims. */
export function announceTo(apiUrl: string): Announce {
  return async (accessToken) => {
    const answer = await send(apiUrl, accessToken).catch((cause: unknown) => {
      throw new ApiNotReached({ cause });
    });
    const body = (await answer.json().catch(() => ({}))) as { data?: SignInMutation | null };
    if (!body.data) throw new ApiNotReached({ cause: answer.status });
    return body.data.signIn.__typename === 'PersonLocked' ? 'locked' : 'signed-in';
  };
}

function send(apiUrl: string, accessToken: string): Promise<Response> {
  return fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ id: signIn.__meta__?.['hash'], variables: {} }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}
