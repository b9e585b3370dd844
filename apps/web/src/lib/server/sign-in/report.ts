// SPDX-License-Identifier: EUPL-1.2
import { graphql } from '#lib/gql/gql.ts';
import type { SignInFailure } from '#lib/gql/graphql.ts';
import { askAsStranger } from './ask.ts';

const ReportSignInFailure = graphql(/* GraphQL */ `
  mutation ReportSignInFailure($company: String!, $failure: SignInFailure!) {
    reportSignInFailure(company: $company, failure: $failure)
  }
`);

/** For the journal of the company's admins; names nobody. Nobody waits for it, and an API that is away has more to tell. @param provider the company's slug */
export function reportFailure(provider: string | null, failure: SignInFailure): void {
  if (provider === null) return;
  askAsStranger({ setHeaders: () => undefined }, ReportSignInFailure, { company: provider, failure }).catch(() => undefined);
}
