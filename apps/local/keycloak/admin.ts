// SPDX-License-Identifier: EUPL-1.2

/** As much of Keycloak's admin API as the example companies need. */
export class KeycloakAdmin {
  constructor(
    private readonly url: string,
    private readonly username: string,
    private readonly password: string,
  ) {}

  async read<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  /** @param acceptable answers that are no fault: it may be there already */
  async create(path: string, body: unknown, acceptable: number[] = []): Promise<void> {
    await this.send('POST', path, acceptable, JSON.stringify(body));
  }

  async replace(path: string, body: unknown): Promise<void> {
    await this.send('PUT', path, [], JSON.stringify(body));
  }

  /** Whether it is there or not. */
  async remove(path: string): Promise<void> {
    await this.send('DELETE', path, [404]);
  }

  private async send(method: string, path: string, acceptable: number[] = [], body?: string): Promise<Response> {
    const headers = { authorization: `Bearer ${await this.token()}`, 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/admin/realms${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    if (response.ok || acceptable.includes(response.status)) return response;
    throw new Error(`Keycloak answered ${response.status} to ${method} ${path}: ${(await response.text()).slice(0, 300)}`);
  }

  private async token(): Promise<string> {
    const { username, password } = this;
    const body = new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username, password });
    const response = await fetch(`${this.url}/realms/master/protocol/openid-connect/token`, { method: 'POST', body });
    if (!response.ok) throw new Error(`Keycloak does not know its operator (${response.status}).`);
    return ((await response.json()) as { access_token: string }).access_token;
  }
}
