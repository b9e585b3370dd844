// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { realmContract } from '#platform/access/realm-contract.js';
import { adminOf, type Admin } from './admin.js';
import { companies, type SsoCompany } from './companies.js';
import type { RunningSso } from './sso.js';

const run = promisify(execFile);
const provider = 'konzern-stadt';
const companySecret = 'of-the-company';

/** A realm for each company in the same server, as its own identity provider, connected with the command an operator uses. */
export async function connectCompanies(sso: RunningSso): Promise<void> {
  const admin = adminOf(sso);
  for (const company of companies) {
    await admin.change('POST', '', companyRealm(company));
    if (company.kind === 'oidc') await admin.change('POST', `/${company.alias}/clients`, oidcClient(sso, company.alias));
    await realmCommand(sso, addArguments(sso, company));
    if (company.kind === 'saml') await admin.change('POST', `/${company.alias}/clients`, await samlClient(sso, admin, company.alias));
  }
}

/**
 * In a Keycloak that others run: the realm by `npm run realm -- create`. Refuses to touch one that is there.
 * @returns takes away what the tests made
 */
export async function borrowKeycloak(sso: RunningSso): Promise<() => Promise<void>> {
  const admin = adminOf(sso);
  const ours: string[] = [realmContract.name, ...companies.map(({ alias }) => alias)];
  const there = (await admin.get<{ realm: string }[]>('')).map(({ realm }) => realm).filter((realm) => ours.includes(realm));
  if (there.length > 0) throw new Error(`${sso.keycloak} has realms that the tests would make and delete: ${there.join(', ')}.`);
  await realmCommand(sso, ['create']);
  return async () => {
    for (const realm of ours) await admin.change('DELETE', `/${realm}`).catch(() => undefined);
  };
}

/** `npm run realm`. @returns what it printed and its exit code */
export async function realmCommand(sso: RunningSso, args: string[]): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    KEYCLOAK_URL: sso.keycloak,
    KEYCLOAK_ADMIN_USERNAME: sso.operator.username,
    KEYCLOAK_ADMIN_PASSWORD: sso.operator.password,
    HUB_ORIGIN: sso.hub,
    WEB_CLIENT_SECRET: sso.clientSecret,
    BACK_CHANNEL_LOGOUT_URL: `${sso.hub}${realmContract.hub.backChannelLogout}`,
    COMPANY_CLIENT_SECRET: companySecret,
  };
  try {
    const { stdout, stderr } = await run(process.execPath, ['--conditions=source', 'apps/realm/main.ts', ...args], { env });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    if (args.includes('--apply')) throw new Error(`realm ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
    return { code, said: stdout + stderr };
  }
}

export function addArguments(sso: RunningSso, { alias, kind, domain }: SsoCompany, ...more: string[]): string[] {
  const at = `${sso.keycloak}/realms/${alias}`;
  const source =
    kind === 'oidc'
      ? ['--oidc', `${at}/.well-known/openid-configuration`, '--client-id', provider]
      : ['--saml', `${at}/protocol/saml/descriptor`];
  return ['add', alias, '--name', alias, '--domain', domain, ...source, '--apply', ...more];
}

function companyRealm({ alias }: SsoCompany): Record<string, unknown> {
  return { realm: alias, enabled: true, sslRequired: 'none', ...unmanagedAttributes };
}

/** Attributes of any name, as in a directory. */
const unmanagedAttributes = {
  components: {
    'org.keycloak.userprofile.UserProfileProvider': [
      {
        providerId: 'declarative-user-profile',
        config: {
          'kc.user.profile.config': [
            JSON.stringify({
              attributes: ['username', 'email', 'firstName', 'lastName'].map((name) => ({
                ...{ name, permissions: { view: ['admin', 'user'], edit: ['admin', 'user'] }, annotations: {} },
              })),
              groups: [],
              unmanagedAttributePolicy: 'ENABLED',
            }),
          ],
        },
      },
    ],
  },
};

function oidcClient({ keycloak, issuer }: RunningSso, alias: string): Record<string, unknown> {
  const claim = (name: string): Record<string, unknown> => ({
    ...{ name, protocol: 'openid-connect', protocolMapper: 'oidc-usermodel-attribute-mapper' },
    config: {
      ...{ 'user.attribute': name, 'claim.name': name, multivalued: 'true', 'jsonType.label': 'String' },
      ...{ 'id.token.claim': 'true', 'access.token.claim': 'true', 'userinfo.token.claim': 'true' },
    },
  });
  return {
    clientId: provider,
    protocol: 'openid-connect',
    secret: companySecret,
    standardFlowEnabled: true,
    redirectUris: [`${issuer}/broker/${alias}/endpoint`],
    attributes: {
      'post.logout.redirect.uris': `${issuer}/broker/${alias}/endpoint/logout_response`,
      'backchannel.logout.url': `${keycloak}/realms/konzern-stadt/protocol/openid-connect/logout/backchannel-logout`,
      'backchannel.logout.session.required': 'true',
    },
    protocolMappers: [claim('groups'), claim('department')],
  };
}

/** From our own metadata, as the company's administrators would. */
async function samlClient({ issuer }: RunningSso, admin: Admin, alias: string): Promise<unknown> {
  const metadata = await fetch(`${issuer}/broker/${alias}/endpoint/descriptor`);
  const client = (await admin.send('POST', `/${alias}/client-description-converter`, await metadata.text(), 'application/xml')) as object;
  const attribute = (name: string, mapper: string, from: string): Record<string, unknown> => ({
    ...{ name, protocol: 'saml', protocolMapper: mapper },
    config: { 'attribute.name': name, 'attribute.nameformat': 'Basic', 'user.attribute': from },
  });
  const byAttribute = 'saml-user-attribute-mapper';
  return {
    ...client,
    protocolMappers: [
      attribute('groups', byAttribute, 'groups'),
      attribute('department', byAttribute, 'department'),
      attribute('email', byAttribute, 'email'),
      attribute('givenName', byAttribute, 'firstName'),
      attribute('surname', byAttribute, 'lastName'),
    ],
  };
}
