// SPDX-License-Identifier: EUPL-1.2
import type { Operator } from './operator.ts';
import { UsageError } from './usage-error.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const timeoutMs = 30_000;
/** The token of a password lives a minute; a plan with a prompt in it may take longer. */
const tokenGoodForMs = 30_000;

/** Keycloak said no. The message holds what it said, which names fields and never secrets. */
export class AdminRefused extends Error {
  readonly status: number;

  constructor(method: Method, path: string, status: number, said: string) {
    super(`Keycloak answered ${status} to ${method} ${path}: ${said.slice(0, 300)}`);
    this.name = 'AdminRefused';
    this.status = status;
  }
}

/** Keycloak's admin API as the operator; the hub itself holds no such rights. */
export class AdminApi {
  private readonly operator: Operator;
  private token: { text: string; askedAt: number } | undefined;

  constructor(operator: Operator) {
    this.operator = operator;
  }

  /** `null` when there is no such thing. @throws AdminRefused */
  async find<T>(path: string): Promise<T | null> {
    const response = await this.send('GET', path);
    if (response.status === 404) return null;
    return (await this.accepted('GET', path, response).then((answer) => answer.json())) as T;
  }

  /** @throws AdminRefused */
  async get<T>(path: string): Promise<T> {
    const response = await this.accepted('GET', path, await this.send('GET', path));
    return (await response.json()) as T;
  }

  /** @returns what came back as JSON, if anything. @throws AdminRefused */
  async change(method: Exclude<Method, 'GET'>, path: string, body?: unknown): Promise<unknown> {
    const response = await this.accepted(method, path, await this.send(method, path, body));
    const text = await response.text();
    return text === '' ? null : (JSON.parse(text) as unknown);
  }

  private async send(method: Method, path: string, body?: unknown): Promise<Response> {
    const form = body instanceof FormData;
    return reach(`${this.operator.url}/admin/realms${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.bearer()}`,
        ...(body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
  }

  private async accepted(method: Method, path: string, response: Response): Promise<Response> {
    if (response.ok) return response;
    throw new AdminRefused(method, path, response.status, await response.text());
  }

  private async bearer(): Promise<string> {
    if (this.token && Date.now() - this.token.askedAt < tokenGoodForMs) return this.token.text;
    const { url, realm, grant } = this.operator;
    const response = await reach(`${url}/realms/${realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams(grant),
    });
    if (!response.ok) throw new UsageError(`${url} does not accept these credentials for its realm ${realm} (${response.status}).`);
    const { access_token: text } = (await response.json()) as { access_token: string };
    this.token = { text, askedAt: Date.now() };
    return text;
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  } catch (cause) {
    throw new UsageError(`${new URL(url).origin} cannot be reached.`, { cause });
  }
}
