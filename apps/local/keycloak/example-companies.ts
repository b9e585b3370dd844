// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { realmContract } from '#platform/access/realm-contract.js';
import { subjectOf } from '../example-data/identities.js';
import { type ExampleCompany, readCompanies } from '../example-data/read-examples.js';
import { nameBasedId } from '../name-based-id.js';
import { addressOf, issuerOf, keycloakAdministrator, type Setup } from '../start/descriptions.js';
import { readState, writeState } from '../start/state.js';
import { KeycloakAdmin } from './admin.js';

const run = promisify(execFile);

/** The two companies whose intranets the start page imitates. */
export const connectedCompanies = ['stadtwerke', 'wohnbau'];
/** Of everybody, at a server that only this machine reaches. */
export const examplePassword = 'hellbrueck';

const clientId = 'konzern-stadt';
const realm = realmContract.name;

/**
 * Gives the example companies identity providers of their own (realms in the same server), connects them as an operator would, and makes their
 * people's accounts the ones the example data knows. Once for each data folder, and again when a port was taken and addresses are other ones.
 */
export async function connectExampleCompanies(setup: Setup): Promise<void> {
  const state = readState(setup.data);
  const addresses = `${issuerOf(setup)} ${addressOf(setup)}`;
  if (state.companies === addresses) return;
  const url = `http://127.0.0.1:${setup.ports.signIn}`;
  const admin = new KeycloakAdmin(url, keycloakAdministrator, setup.secrets.keycloakPassword);
  const companies = readCompanies(join(setup.root, 'apps/local/examples')).filter(({ slug }) => connectedCompanies.includes(slug));
  await pointToHub(admin, setup);
  for (const company of companies) {
    // Begun anew where a start was killed on the way.
    await admin.remove(`/${company.slug}`);
    await admin.create('', companyRealm(setup, company));
    await addProvider(setup, url, company);
    await admin.create(`/${realm}/partialImport`, {
      ifResourceExists: 'SKIP',
      users: company.people.map((person) => account(company, person)),
    });
    await joinOrganization(admin, company);
  }
  writeState(setup.data, { ...readState(setup.data), companies: addresses });
}

/** The realm's file is read once; where the hub is may change. */
async function pointToHub(admin: KeycloakAdmin, setup: Setup): Promise<void> {
  const { webClient, hub } = realmContract;
  const [client] = await admin.read<{ id: string; attributes: Record<string, string> }[]>(`/${realm}/clients?clientId=${webClient}`);
  if (!client) throw new Error(`The realm ${realm} has no client ${webClient}.`);
  const at = addressOf(setup);
  await admin.replace(`/${realm}/clients/${client.id}`, {
    ...client,
    baseUrl: `${at}/`,
    redirectUris: [`${at}${hub.callback}`],
    attributes: {
      ...client.attributes,
      'post.logout.redirect.uris': `${at}${hub.afterSignOut}`,
      'backchannel.logout.url': `${at}${hub.backChannelLogout}`,
    },
  });
}

type ExamplePerson = ExampleCompany['people'][number];

const idThere = (company: ExampleCompany, { username }: ExamplePerson): string => nameBasedId(`${company.slug}/person/${username}`);

function companyRealm(setup: Setup, company: ExampleCompany): Record<string, unknown> {
  return {
    realm: company.slug,
    enabled: true,
    displayName: company.name.de,
    internationalizationEnabled: true,
    supportedLocales: ['de', 'en'],
    defaultLocale: 'de',
    clients: [companyClient(setup, company)],
    users: company.people.map((person) => ({
      ...names(company, person),
      id: idThere(company, person),
      username: person.username,
      attributes: { groups: person.roles, department: [person.department] },
      credentials: [{ type: 'password', value: examplePassword, temporary: false }],
    })),
    components: { 'org.keycloak.userprofile.UserProfileProvider': [anyAttribute] },
  };
}

/** As a directory has them, of any name. */
const anyAttribute = {
  providerId: 'declarative-user-profile',
  config: {
    'kc.user.profile.config': [
      JSON.stringify({
        attributes: ['username', 'email', 'firstName', 'lastName'].map((name) => ({
          ...{ name, permissions: { view: ['admin', 'user'], edit: ['admin'] }, annotations: {} },
        })),
        groups: [],
        unmanagedAttributePolicy: 'ENABLED',
      }),
    ],
  },
};

function companyClient(setup: Setup, { slug }: ExampleCompany): Record<string, unknown> {
  const claims = ['groups', 'department'].map((name) => ({
    ...{ name, protocol: 'openid-connect', protocolMapper: 'oidc-usermodel-attribute-mapper' },
    config: {
      ...{ 'user.attribute': name, 'claim.name': name, multivalued: 'true', 'jsonType.label': 'String' },
      ...{ 'id.token.claim': 'true', 'access.token.claim': 'true', 'userinfo.token.claim': 'true' },
    },
  }));
  return {
    clientId,
    protocol: 'openid-connect',
    secret: setup.secrets.webClientSecret,
    redirectUris: [`${issuerOf(setup)}/broker/${slug}/endpoint`],
    attributes: {
      'post.logout.redirect.uris': `${issuerOf(setup)}/broker/${slug}/endpoint/logout_response`,
      'backchannel.logout.url': `${issuerOf(setup)}${realmContract.protocolPath}/logout/backchannel-logout`,
      'backchannel.logout.session.required': 'true',
    },
    protocolMappers: claims,
  };
}

async function addProvider(setup: Setup, url: string, { slug, name, mailDomains }: ExampleCompany): Promise<void> {
  const discovery = `${url}/realms/${slug}/.well-known/openid-configuration`;
  const args = [
    'add',
    slug,
    '--name',
    name.de,
    ...mailDomains.flatMap((domain) => ['--domain', domain]),
    '--oidc',
    discovery,
    '--client-id',
    clientId,
    '--apply',
  ];
  await run(process.execPath, ['--conditions=source', 'apps/realm/main.ts', ...args], {
    cwd: setup.root,
    env: {
      ...process.env,
      KEYCLOAK_URL: url,
      KEYCLOAK_ADMIN_USERNAME: keycloakAdministrator,
      KEYCLOAK_ADMIN_PASSWORD: setup.secrets.keycloakPassword,
      COMPANY_CLIENT_SECRET: setup.secrets.webClientSecret,
    },
  });
}

/** The account the realm would make at a first sign-in, with the subject under which the example data knows the person. */
function account(company: ExampleCompany, person: ExamplePerson): Record<string, unknown> {
  const { slug } = company;
  return {
    ...names(company, person),
    id: subjectOf(person.username),
    username: `${slug}.${idThere(company, person)}`,
    realmRoles: person.groupRoles,
    federatedIdentities: [{ identityProvider: slug, userId: idThere(company, person), userName: person.username }],
  };
}

function names({ mailDomains: [domain] }: ExampleCompany, { name, username, mail }: ExamplePerson): Record<string, unknown> {
  const [firstName, ...rest] = name.split(' ');
  const address = mail ? { email: `${username}@${domain}`, emailVerified: true } : {};
  return { enabled: true, firstName, lastName: rest.join(' '), ...address };
}

async function joinOrganization(admin: KeycloakAdmin, { slug, people }: ExampleCompany): Promise<void> {
  const organizations = await admin.read<{ id: string; alias: string }[]>(`/${realm}/organizations?briefRepresentation=false`);
  const found = organizations.find(({ alias }) => alias === slug);
  for (const { username } of people) await admin.create(`/${realm}/organizations/${found?.id}/members`, subjectOf(username), [409]);
}

/** The link a company puts into its intranet. */
export function intranetLink(setup: Pick<Setup, 'ports'>, company: string, to: string): string {
  return `${addressOf(setup)}/s/${company}?to=${encodeURIComponent(to)}`;
}
