// SPDX-License-Identifier: EUPL-1.2
import { error, type RequestEvent } from '@sveltejs/kit';
import type { AdministeredCompanyQuery } from '#lib/gql/graphql.ts';
import { api } from '#lib/server/api.ts';
import { AdministeredCompany } from '#lib/server/documents/administration.ts';

export type AdministeredCompanyView = NonNullable<AdministeredCompanyQuery['company']>;

export interface Administered {
  company: AdministeredCompanyView;
  viewerId: string;
}

/**
 * The company in the address, for its admins. What the pages then show and change the API guards by itself.
 *
 * @throws HttpError 404 for everybody else, as for a company that does not exist
 */
export async function administered(event: Pick<RequestEvent<{ slug: string }>, 'locals' | 'params'>): Promise<Administered> {
  if (!event.locals.session.signedIn) error(404, { message: 'not found' });
  const { company, viewer } = await api(event).query(AdministeredCompany, { slug: event.params.slug });
  const roles = viewer?.memberships.find((membership) => membership.company.id === company?.id)?.roles;
  if (!company || !viewer || !roles?.includes('ADMIN')) error(404, { message: 'not found' });
  return { company, viewerId: viewer.person.id };
}
