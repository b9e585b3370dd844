// SPDX-License-Identifier: EUPL-1.2
import type { AdminApi } from './admin-api.ts';
import { identityProvider, mappers, organization, type Company, type Mapper } from './company.ts';
import { describe, differences, type Difference } from './difference.ts';

/** One change of the realm: what people read, and what does it. */
export interface Step {
  what: string;
  details: string[];
  apply: () => Promise<unknown>;
}

interface Existing {
  organization: ({ id: string } & Record<string, unknown>) | null;
  provider: Record<string, unknown> | null;
  mappers: (Mapper & { id: string })[];
  linked: boolean;
}

/**
 * What has to change for the company to be as described; nothing when it is so already. Steps build on each other: apply them in order.
 * Mappers that somebody added by hand are shown and taken away, because they could give rights nobody sees in the description.
 */
export async function planCompany(api: AdminApi, realm: string, company: Company, discovered: Record<string, string>): Promise<Step[]> {
  const { alias } = company;
  const existing = await readCompany(api, realm, alias);
  const provider = identityProvider(company, discovered);
  return [
    ...organizationSteps(api, realm, company, existing),
    ...providerSteps(api, realm, alias, provider, existing),
    ...mapperSteps(api, realm, company, existing),
    ...linkSteps(api, realm, alias, existing),
  ];
}

export async function findOrganization<T extends { alias: string }>(api: AdminApi, realm: string, alias: string): Promise<T | null> {
  const all = await api.get<T[]>(`/${realm}/organizations?max=1000&briefRepresentation=false`);
  return all.find((one) => one.alias === alias) ?? null;
}

async function readCompany(api: AdminApi, realm: string, alias: string): Promise<Existing> {
  const found = await findOrganization<{ id: string; alias: string } & Record<string, unknown>>(api, realm, alias);
  const provider = await api.find<Record<string, unknown>>(`/${realm}/identity-provider/instances/${alias}`);
  const links = found ? await api.get<{ alias: string }[]>(`/${realm}/organizations/${found.id}/identity-providers`) : [];
  return {
    organization: found,
    provider,
    mappers: provider ? await api.get(`/${realm}/identity-provider/instances/${alias}/mappers`) : [],
    linked: links.some((link) => link.alias === alias),
  };
}

function organizationSteps(api: AdminApi, realm: string, company: Company, { organization: is }: Existing): Step[] {
  const wanted = organization(company);
  if (!is) {
    const path = `/${realm}/organizations`;
    return [
      { what: `Create the organization ${company.alias}`, details: lines({}, wanted), apply: () => api.change('POST', path, wanted) },
    ];
  }
  const details = lines({ ...is, domains: domainsOf(is) }, wanted);
  const path = `/${realm}/organizations/${is.id}`;
  return changed(`Change the organization ${company.alias}`, details, () => api.change('PUT', path, { ...is, ...wanted }));
}

/** Keycloak shows more of a domain than its name. */
function domainsOf(is: Record<string, unknown>): unknown[] {
  const domains = (is['domains'] ?? []) as { name: string; verified?: boolean }[];
  return domains.map(({ name, verified }) => ({ name, verified: verified ?? false }));
}

function providerSteps(api: AdminApi, realm: string, alias: string, wanted: Record<string, unknown>, { provider: is }: Existing): Step[] {
  const path = `/${realm}/identity-provider/instances`;
  if (!is) return [{ what: `Create the provider ${alias}`, details: lines({}, wanted), apply: () => api.change('POST', path, wanted) }];
  const config = { ...(is['config'] as object), ...(wanted['config'] as object) };
  return changed(`Change the provider ${alias}`, lines(is, wanted), () =>
    api.change('PUT', `${path}/${alias}`, { ...is, ...wanted, config }),
  );
}

function mapperSteps(api: AdminApi, realm: string, company: Company, { mappers: there }: Existing): Step[] {
  const path = `/${realm}/identity-provider/instances/${company.alias}/mappers`;
  const wanted = mappers(company);
  const foreign = there.filter(({ name }) => !wanted.some((one) => one.name === name));
  return [
    ...wanted.flatMap((one) => mapperStep(api, path, one, there)),
    ...foreign.map(({ id, name }) => ({
      what: `Take away the mapper "${name}"`,
      details: [],
      apply: () => api.change('DELETE', `${path}/${id}`),
    })),
  ];
}

function mapperStep(api: AdminApi, path: string, wanted: Mapper, there: Existing['mappers']): Step[] {
  const is = there.find(({ name }) => name === wanted.name);
  if (!is)
    return [
      { what: `Create the mapper "${wanted.name}"`, details: lines({}, wanted.config), apply: () => api.change('POST', path, wanted) },
    ];
  return changed(`Change the mapper "${wanted.name}"`, lines(is, wanted), () =>
    api.change('PUT', `${path}/${is.id}`, { ...is, ...wanted }),
  );
}

function linkSteps(api: AdminApi, realm: string, alias: string, { linked }: Existing): Step[] {
  if (linked) return [];
  const link = async (): Promise<void> => {
    // Made by a step before this one, perhaps.
    const found = await findOrganization<{ id: string; alias: string }>(api, realm, alias);
    await api.change('POST', `/${realm}/organizations/${found?.id}/identity-providers`, alias);
  };
  return [{ what: `Link provider and organization ${alias}`, details: [], apply: link }];
}

function changed(what: string, details: string[], apply: Step['apply']): Step[] {
  return details.length > 0 ? [{ what, details, apply }] : [];
}

function lines(is: object, wanted: object): string[] {
  return differences(is, wanted).map((one: Difference) => describe(one));
}
