// SPDX-License-Identifier: EUPL-1.2
import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '#lib/gql/gql.ts';
import type { SignInWaysQuery } from '#lib/gql/graphql.ts';
import { askAsStranger } from './ask.ts';

const ways = graphql(/* GraphQL */ `
  query SignInWays {
    signInWays {
      slug
      name {
        de
        en
      }
      shortName
      provider
    }
  }
`);

const wayOfDomain = graphql(/* GraphQL */ `
  query SignInWay($mailDomain: String!) {
    signInWay(mailDomain: $mailDomain) {
      slug
      name {
        de
        en
      }
      shortName
      provider
    }
  }
`);

/** A company and where its people sign in. */
export type Way = SignInWaysQuery['signInWays'][number];

type Event = Pick<RequestEvent, 'setHeaders'>;

/** @throws HttpError 503 `unavailable` */
export async function signInWays(event: Event): Promise<Way[]> {
  return (await askAsStranger(event, ways, {})).signInWays;
}

/** @throws HttpError 503 `unavailable` */
export async function wayOf(event: Event, slug: string): Promise<Way | null> {
  return (await signInWays(event)).find((way) => way.slug === slug) ?? null;
}

/** Where somebody with this mail address signs in; only its domain is asked about. @throws HttpError 503 `unavailable` */
export async function wayOfMail(event: Event, mail: string): Promise<Way | null> {
  const mailDomain = /^[^@\s]{1,64}@([^@\s]{1,253})$/.exec(mail.trim())?.[1];
  if (mailDomain === undefined) return null;
  return (await askAsStranger(event, wayOfDomain, { mailDomain })).signInWay ?? null;
}
