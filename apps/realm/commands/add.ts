// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AdminApi } from '../admin-api.ts';
import type { Company } from '../company.ts';
import { ask, askSecret, readOperator, type Operator } from '../operator.ts';
import { readAddOptions, type AddOptions } from '../options.ts';
import { planCompany, type Step } from '../plan.ts';
import { print } from '../print.ts';
import { UsageError } from '../usage-error.ts';

/** `npm run realm -- add`. @returns 1 when there is something to do and nobody said to do it */
export async function run(args: string[]): Promise<number> {
  const options = readAddOptions(args);
  const operator = await readOperator(process.env);
  const api = new AdminApi(operator);
  const issuer = await publicAddress(operator);
  const discovered = await discover(api, operator, options);
  const company = await describeCompany(api, operator, options, issuer);
  const steps = await planCompany(api, operator.target, company, discovered);
  if (steps.length === 0) {
    print(`${company.alias} is as described; nothing to do.`);
    return 0;
  }
  for (const step of steps) show(step);
  if (!options.apply && !(await agreed())) {
    print('Nothing was changed. With --apply it is.');
    return 1;
  }
  for (const step of steps) await step.apply();
  print(`Done. ${company.name} signs in at ${issuer}/broker/${company.alias}/endpoint.`);
  return 0;
}

/** The realm's own name for itself: an operator often reaches it by another address. @throws UsageError where there is no such realm */
async function publicAddress({ url, target }: Operator): Promise<string> {
  const response = await fetch(`${url}/realms/${target}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new UsageError(`There is no realm ${target} at ${url} (${response.status}). "npm run realm -- create" makes it.`);
  return ((await response.json()) as { issuer: string }).issuer;
}

/** Read by Keycloak, which is who has to reach the provider later. @throws UsageError */
async function discover(api: AdminApi, { target }: Operator, { kind, source }: AddOptions): Promise<Record<string, string>> {
  const path = `/${target}/identity-provider/import-config`;
  const body = URL.canParse(source) ? { providerId: kind, fromUrl: source } : await upload(kind, source);
  const found = (await api.change('POST', path, body).catch((cause: unknown) => {
    throw new UsageError(`Keycloak cannot read ${source}: is the address right, and can Keycloak reach it?`, { cause });
  })) as Record<string, string>;
  if (kind === 'oidc' && !found['authorizationUrl']) throw new UsageError(`${source} is no discovery document of OpenID Connect.`);
  if (kind === 'saml' && !found['singleSignOnServiceUrl']) throw new UsageError(`${source} holds no metadata of a SAML identity provider.`);
  return found;
}

async function upload(kind: string, file: string): Promise<FormData> {
  const form = new FormData();
  form.set('providerId', kind);
  const content = await readFile(file).catch(() => {
    throw new UsageError(`${file} is neither an address nor a file that can be read.`);
  });
  form.set('file', new Blob([content]), basename(file));
  return form;
}

async function describeCompany(api: AdminApi, { target }: Operator, options: AddOptions, issuer: string): Promise<Company> {
  const { alias, name, domains, claims, signOutThere, clientId } = options;
  const described = { alias, name, domains, claims, signOutThere };
  if (clientId === undefined) return { ...described, provider: { kind: 'saml', entityId: issuer } };
  const known = await api.find(`/${target}/identity-provider/instances/${alias}`);
  const clientSecret =
    known && !options.newSecret ? null : (process.env['COMPANY_CLIENT_SECRET'] ?? (await askSecret('Secret (COMPANY_CLIENT_SECRET): ')));
  return { ...described, provider: { kind: 'oidc', clientId, clientSecret } };
}

function show({ what, details }: Step): void {
  print(`  ${what}${details.map((line) => `\n      ${line}`).join('')}`);
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  return /^(y|yes|j|ja)$/i.test(await ask('\nApply this? [y/N] '));
}
