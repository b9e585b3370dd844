// SPDX-License-Identifier: EUPL-1.2
interface Answer<Data> {
  status: number;
  data: Data | null;
  errors: { message: string; path?: string[]; extensions: { code: string; id?: string } }[];
}

/** Speaks GraphQL to the API as one person. */
export class Client {
  personId = '';
  actingFor: string | undefined;

  constructor(
    private readonly url: string,
    readonly token?: string,
  ) {}

  /** @throws Error when the answer holds an error */
  async request<Data = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    if (errors.length > 0 || !data) throw new Error(`${JSON.stringify(errors)} for ${query}`);
    return data;
  }

  /** The answer with its errors. */
  async send<Data = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    return this.post({ query, variables });
  }

  async post<Data>(body: unknown, headers: Record<string, string> = {}): Promise<Answer<Data>> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(this.actingFor && { 'acting-for': this.actingFor }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const { data = null, errors = [] } = JSON.parse(text) as Partial<Answer<Data>>;
    return { status: response.status, data, errors };
  }
}
