// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/gql.ts';
import type { SignInMutation, SignInMutationVariables } from '#lib/gql/graphql.ts';

const signIn = graphql(/* GraphQL */ `
  mutation SignIn($renewal: Boolean!) {
    signIn(renewal: $renewal) {
      __typename
      ... on SignedIn {
        provider
        sessionRule {
          signOutAtProvider
          leaverWay
          sessionMinutes
        }
      }
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

/** How the hub learns that somebody left their company. */
export type LeaverWay = 'broker-token' | 'short-session' | 'hub-only';

/** Where a session comes from, and what the company decided about it. */
export interface SessionRule {
  /** Alias of the company's provider; null for an account of the realm itself. */
  provider: string | null;
  leaverWay: LeaverWay;
  signOutAtProvider: boolean;
  /** How long the session may last, used or not; null leaves the usual. */
  minutes: number | null;
}

/** Whether somebody came in or a session goes on: the company's journal counts the first alone. */
export type Occasion = 'sign-in' | 'renewal';

/** What the API says of a token; `locked` for somebody the hub has locked. @throws ApiNotReached */
export type Announce = (accessToken: string, occasion: Occasion) => Promise<SessionRule | 'locked'>;

/** Tells the API about a fresh token, so that today's memberships and roles are those of its claims. */
export function announceTo(apiUrl: string): Announce {
  return async (accessToken, occasion) => {
    const answer = await send(apiUrl, accessToken, { renewal: occasion === 'renewal' }).catch((cause: unknown) => {
      throw new ApiNotReached({ cause });
    });
    const body = (await answer.json().catch(() => ({}))) as { data?: SignInMutation | null };
    if (!body.data) throw new ApiNotReached({ cause: answer.status });
    return ruleOf(body.data.signIn);
  };
}

const leaverWays = { BROKER_TOKEN: 'broker-token', SHORT_SESSION: 'short-session', HUB_ONLY: 'hub-only' } as const;

function ruleOf(answer: SignInMutation['signIn']): SessionRule | 'locked' {
  if (answer.__typename === 'PersonLocked') return 'locked';
  const { provider = null, sessionRule } = answer;
  return {
    provider,
    leaverWay: sessionRule ? leaverWays[sessionRule.leaverWay] : 'hub-only',
    signOutAtProvider: sessionRule?.signOutAtProvider ?? false,
    minutes: sessionRule?.sessionMinutes ?? null,
  };
}

function send(apiUrl: string, accessToken: string, variables: SignInMutationVariables): Promise<Response> {
  return fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ id: signIn.__meta__?.['hash'], variables }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}
