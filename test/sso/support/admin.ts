// SPDX-License-Identifier: EUPL-1.2
import type { RunningSso } from './sso.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Keycloak's admin API, to prepare what only an administrator can, and to do what administrators do. */
export class Admin {
  constructor(
    private readonly url: string,
    private readonly operator: RunningSso['operator'],
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send('GET', path) as Promise<T>;
  }

  change(method: Exclude<Method, 'GET'>, path: string, body?: unknown): Promise<unknown> {
    return this.send(method, path, body === undefined ? undefined : JSON.stringify(body));
  }

  /** @throws Error with what Keycloak said */
  async send(method: Method, path: string, body?: string, type = 'application/json'): Promise<unknown> {
    const headers = { authorization: `Bearer ${await this.token()}`, ...(body === undefined ? {} : { 'content-type': type }) };
    const response = await fetch(`${this.url}/admin/realms${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  private async token(): Promise<string> {
    const response = await fetch(`${this.url}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...this.operator }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }
}

export function adminOf({ keycloak, operator }: Pick<RunningSso, 'keycloak' | 'operator'>): Admin {
  return new Admin(keycloak, operator);
}
