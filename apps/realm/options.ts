// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util';
import { usualClaims, type ClaimNames, type Company } from './company.ts';
import { UsageError } from './usage-error.ts';

export const help = `Connects companies to the realm of Konzern Stadt. Every command can run again without change.

  npm run realm -- add ALIAS --name NAME --domain DOMAIN... (--oidc ADDRESS --client-id ID | --saml ADDRESS-OR-FILE)
  npm run realm -- show                 companies of the realm and how they sign in
  npm run realm -- check                what of the realm is not as infra/keycloak/konzern-stadt-realm.json says
  npm run realm -- create               make the realm where there is none
  npm run realm -- file [--check]       write that file anew from the code

  add:
    ALIAS                      the company's short name in the hub, e.g. stadtwerke
    --name NAME                as people know it
    --domain DOMAIN            of its mail addresses; may be given several times
    --oidc ADDRESS             the provider's discovery document (.../.well-known/openid-configuration)
    --client-id ID             how the realm is known there; the secret comes from COMPANY_CLIENT_SECRET or is asked for
    --new-secret               send the secret again although the provider is there already
    --saml ADDRESS-OR-FILE     the provider's metadata
    --roles-claim NAME         claim or attribute with roles or groups (default: groups; "none" for none)
    --department-claim NAME    (default: department; "none" for none)
    --mail-claim, --given-name-claim, --family-name-claim NAME
    --keep-session-there       signing out of the hub leaves the company's own session alone
    --apply                    do it; without it the difference is shown and, on a terminal, asked about

  Which Keycloak, and as whom: KEYCLOAK_URL, KEYCLOAK_REALM (konzern-stadt), KEYCLOAK_ADMIN_REALM (master), KEYCLOAK_ADMIN_USERNAME and
  KEYCLOAK_ADMIN_PASSWORD, or KEYCLOAK_ADMIN_CLIENT_ID and KEYCLOAK_ADMIN_CLIENT_SECRET. What is missing is asked for. Nothing is kept.`;

export interface AddOptions {
  alias: string;
  name: string;
  domains: string[];
  kind: Company['provider']['kind'];
  /** Discovery document or metadata. */
  source: string;
  clientId: string | undefined;
  newSecret: boolean;
  claims: ClaimNames;
  signOutThere: boolean;
  apply: boolean;
}

const aliasForm = /^[a-z][a-z0-9-]{1,62}$/;
const domainForm = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** @throws UsageError */
export function readAddOptions(args: readonly string[]): AddOptions {
  const { values, positionals } = parse(args);
  const [alias, ...rest] = positionals;
  if (!alias || rest.length > 0 || !aliasForm.test(alias))
    throw new UsageError('Name one company by its alias: small letters, digits, hyphens.');
  if (!values.name?.trim()) throw new UsageError('--name is missing: the company as people know it.');
  const domains = (values.domain ?? []).map((domain) => domain.toLowerCase());
  if (domains.length === 0) throw new UsageError('--domain is missing: what comes after the @ of its mail addresses.');
  for (const domain of domains) if (!domainForm.test(domain)) throw new UsageError(`"${domain}" is no domain such as stadtwerke.example.`);
  if (!values.oidc === !values.saml) throw new UsageError('Give either --oidc or --saml.');
  const kind = values.oidc ? 'oidc' : 'saml';
  if (kind === 'oidc' && !values['client-id']) throw new UsageError('--client-id is missing: how the realm is known at the provider.');
  return {
    alias,
    name: values.name.trim(),
    domains,
    kind,
    source: values.oidc ?? values.saml ?? '',
    clientId: values['client-id'],
    newSecret: values['new-secret'],
    claims: claimNames(kind, values),
    signOutThere: !values['keep-session-there'],
    apply: values.apply,
  };
}

type Values = ReturnType<typeof parse>['values'];

function claimNames(kind: AddOptions['kind'], values: Values): ClaimNames {
  const usual = usualClaims[kind];
  const optional = (given: string | undefined, otherwise: string | null): string | null => (given === 'none' ? null : (given ?? otherwise));
  return {
    roles: optional(values['roles-claim'], usual.roles),
    department: optional(values['department-claim'], usual.department),
    mail: values['mail-claim'] ?? usual.mail,
    givenName: values['given-name-claim'] ?? usual.givenName,
    familyName: values['family-name-claim'] ?? usual.familyName,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message.split('.')[0] : String(error)}. "npm run realm -- --help" lists the options.`,
    );
  }
}

const text = { type: 'string' } as const;
const options = {
  name: text,
  domain: { type: 'string', multiple: true },
  oidc: text,
  saml: text,
  'client-id': text,
  'roles-claim': text,
  'department-claim': text,
  'mail-claim': text,
  'given-name-claim': text,
  'family-name-claim': text,
  'new-secret': { type: 'boolean', default: false },
  'keep-session-there': { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
} as const;
