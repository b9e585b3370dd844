// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** What a person's identity provider says of them; the companies are aliases, as Keycloak's Organizations put it. */
export interface Identity {
  sub: string;
  name: string;
  email?: string;
  preferred_username?: string;
  organization?: Record<string, { id?: string }>;
  company_roles?: string[];
  department?: string[];
  identity_provider?: string;
  realm_access?: { roles: string[] };
}

/** A realm that signs real tokens and publishes its keys over HTTP, as far as the API needs one. */
export class TestRealm {
  private constructor(
    private readonly server: Server,
    private readonly key: Parameters<SignJWT['sign']>[0],
    readonly issuer: string,
  ) {}

  static async start(): Promise<TestRealm> {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' }] };
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new TestRealm(server, privateKey, `http://127.0.0.1:${port}/realms/konzern-stadt`);
  }

  /** An access token of the hub's web client, valid for five minutes; `claims` replace what is usual. */
  token(identity: Identity, claims: JWTPayload = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      iss: this.issuer,
      aud: ['konzern-stadt-api', 'broker'],
      azp: 'konzern-stadt-web',
      typ: 'Bearer',
      sid: `sid-${identity.sub}`,
      iat: now,
      exp: now + 300,
      email_verified: true,
      ...identity,
      ...claims,
    };
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'JWT' }).sign(this.key);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
