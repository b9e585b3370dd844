// SPDX-License-Identifier: EUPL-1.2
import { AdminApi } from '../admin-api.ts';
import { readOperator } from '../operator.ts';
import { print } from '../print.ts';

interface Organization {
  id: string;
  alias: string;
  name: string;
  enabled: boolean;
  domains?: { name: string }[];
}

interface Provider {
  alias: string;
  providerId: string;
  enabled: boolean;
}

/** `npm run realm -- show` */
export async function run(): Promise<number> {
  const operator = await readOperator(process.env);
  const api = new AdminApi(operator);
  const base = `/${operator.target}/organizations`;
  const organizations = await api.get<Organization[]>(`${base}?max=1000&briefRepresentation=false`);
  for (const one of organizations) {
    const providers = await api.get<Provider[]>(`${base}/${one.id}/identity-providers`);
    const domains = (one.domains ?? []).map(({ name }) => name).join(', ');
    print(`${one.alias.padEnd(24)} ${one.name.padEnd(36)} ${domains.padEnd(36)} ${wayIn(one, providers)}`);
  }
  print(`${organizations.length} companies.`);
  return 0;
}

function wayIn({ enabled }: Organization, providers: Provider[]): string {
  if (!enabled) return 'switched off';
  if (providers.length === 0) return 'accounts of the realm';
  return providers
    .map((one) => `${one.providerId === 'saml' ? 'SAML' : 'OpenID Connect'}${one.enabled ? '' : ' (switched off)'}`)
    .join(', ');
}
