// SPDX-License-Identifier: EUPL-1.2
import type { AdminApi } from './admin-api.ts';
import { describe, differences } from './difference.ts';
import type { Representation } from './file/realm.ts';
import { userProfile } from './file/user-profile.ts';

interface Named {
  name: string;
}

/** What of a running realm is not as the file says, one sentence each. Values that the file leaves open are not compared. */
export async function checkRealm(api: AdminApi, realm: string, file: Representation): Promise<string[]> {
  const is = await api.find<Representation>(`/${realm}`);
  if (!is) return [`There is no realm ${realm}.`];
  return [
    ...compare('realm', is, settings(file)),
    ...(await checkProfile(api, realm)),
    ...(await checkScopes(api, realm, file)),
    ...(await checkClients(api, realm, file)),
    ...(await checkFlows(api, realm, file)),
  ];
}

/** What the admin API answers for the realm itself. */
function settings(file: Representation): Representation {
  const elsewhere = new Set([
    'realm',
    'roles',
    'clients',
    'scopeMappings',
    'clientScopeMappings',
    'authenticationFlows',
    'authenticatorConfig',
    'clientScopes',
    'defaultDefaultClientScopes',
    'defaultOptionalClientScopes',
    'requiredActions',
    'components',
  ]);
  return Object.fromEntries(Object.entries(file).filter(([key]) => !elsewhere.has(key)));
}

async function checkProfile(api: AdminApi, realm: string): Promise<string[]> {
  const is = await api.get<{ attributes: Named[] }>(`/${realm}/users/profile`);
  return compare('user profile', byName(is.attributes), byName(userProfile.attributes));
}

async function checkScopes(api: AdminApi, realm: string, file: Representation): Promise<string[]> {
  const is = await api.get<WithMappers[]>(`/${realm}/client-scopes`);
  const wanted = file['clientScopes'] as WithMappers[];
  return wanted.flatMap((one) => compare(`scope ${one.name}`, mapped(is.find(({ name }) => name === one.name)), mapped(one)));
}

type WithMappers = Named & { protocolMappers?: Named[] };

function mapped(one: { protocolMappers?: Named[] } = {}): Representation {
  return { ...one, protocolMappers: byName(one.protocolMappers ?? []) };
}

async function checkClients(api: AdminApi, realm: string, file: Representation): Promise<string[]> {
  const faults = (file['clients'] as ({ clientId: string; protocolMappers?: Named[] } & Representation)[]).map(async (wanted) => {
    const [is] = await api.get<({ protocolMappers?: Named[] } & Representation)[]>(`/${realm}/clients?clientId=${wanted.clientId}`);
    if (!is) return [`There is no client ${wanted.clientId}.`];
    return compare(`client ${wanted.clientId}`, mapped(is), mapped(wanted));
  });
  return (await Promise.all(faults)).flat();
}

interface Flow {
  alias: string;
  topLevel: boolean;
  authenticationExecutions: { authenticator?: string; flowAlias?: string; requirement: string }[];
}

async function checkFlows(api: AdminApi, realm: string, file: Representation): Promise<string[]> {
  const flows = file['authenticationFlows'] as Flow[];
  const faults = flows
    .filter(({ topLevel }) => topLevel)
    .map(async ({ alias }) => {
      const is = await api.find<
        { requirement: string; level: number; providerId?: string; displayName: string; authenticationFlow?: boolean }[]
      >(`/${realm}/authentication/flows/${encodeURIComponent(alias)}/executions`);
      const found = (is ?? []).map(
        (one) => `${'  '.repeat(one.level)}${one.authenticationFlow ? one.displayName : one.providerId} ${one.requirement}`,
      );
      const wanted = steps(flows, alias, 0);
      return found.join('\n') === wanted.join('\n') ? [] : [`The flow "${alias}" has other steps.`];
    });
  return (await Promise.all(faults)).flat();
}

function steps(flows: Flow[], alias: string, level: number): string[] {
  const executions = flows.find((flow) => flow.alias === alias)?.authenticationExecutions ?? [];
  return executions.flatMap(({ authenticator, flowAlias, requirement }) => [
    `${'  '.repeat(level)}${flowAlias ?? authenticator} ${requirement}`,
    ...(flowAlias ? steps(flows, flowAlias, level + 1) : []),
  ]);
}

function compare(what: string, is: unknown, wanted: unknown): string[] {
  return differences(is, wanted)
    .filter((one) => !String(one.wanted).includes('${'))
    .map((one) => `${what}: ${describe(one)}`);
}

function byName(list: Named[]): Record<string, Named> {
  return Object.fromEntries(list.map((one) => [one.name, one]));
}
