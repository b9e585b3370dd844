// SPDX-License-Identifier: EUPL-1.2
import { returnPath } from '../oidc/return-path.ts';

/**
 * The page a link `/s/<company>?to=…` leads to. The address has no other parameter, so one that was put in as it is, with its `?` and `&`, is
 * taken as it is: intranets let editors paste addresses, and nobody there encodes them.
 */
export function askedFor({ search, searchParams }: Pick<URL, 'search' | 'searchParams'>): string {
  const pasted = /^\?to=(\/[^?]*\?.*)$/.exec(search)?.[1];
  return returnPath(pasted ?? searchParams.get('to'));
}
