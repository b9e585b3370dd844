// SPDX-License-Identifier: EUPL-1.2
// keycloak-connect ships types for its Express middleware only; these are for the two inner parts the token verifier uses.

declare module 'keycloak-connect/middleware/auth-utils/token.js' {
  export default class Token {
    constructor(token: string, clientId?: string);
    /** `{ exp: 0 }` when the text is no token at all. */
    readonly content: Record<string, unknown>;
    isExpired(): boolean;
  }
}

declare module 'keycloak-connect/middleware/auth-utils/grant-manager.js' {
  import type { KeyObject } from 'node:crypto';
  import type Token from 'keycloak-connect/middleware/auth-utils/token.js';

  interface GrantManagerConfig {
    realmUrl: string;
    /** Compared with `aud`, despite its name. */
    clientId: string;
    publicKey: KeyObject;
    bearerOnly: true;
    verifyTokenAudience: true;
  }

  export default class GrantManager {
    constructor(config: GrantManagerConfig);
    /** Rejects with an Error whose message names the check. */
    validateToken(token: Token, expectedType: 'Bearer'): Promise<Token>;
  }
}
