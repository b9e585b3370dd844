// SPDX-License-Identifier: EUPL-1.2
/** For accounts of the realm itself; a company's people bring the proof of their own provider. */
export const credentials = {
  // BSI ORP.4: long, not changed by the calendar, not the own name. Argon2 is Keycloak's default hash.
  passwordPolicy: 'length(12) and maxLength(128) and notUsername and notEmail and passwordHistory(5)',
  bruteForceProtected: true,
  permanentLockout: false,
  failureFactor: 5,
  waitIncrementSeconds: 60,
  maxFailureWaitSeconds: 900,
  maxDeltaTimeSeconds: 43_200,
  quickLoginCheckMilliSeconds: 500,
  minimumQuickLoginWaitSeconds: 5,
  // What the usual apps on a telephone can do; a code is good once.
  otpPolicyType: 'totp',
  otpPolicyAlgorithm: 'HmacSHA1',
  otpPolicyDigits: 6,
  otpPolicyPeriod: 30,
  otpPolicyLookAheadWindow: 1,
  otpPolicyCodeReusable: false,
  ...securityKey('webAuthnPolicy', { residentKey: 'not specified', verification: 'preferred' }),
  ...securityKey('webAuthnPolicyPasswordless', { residentKey: 'required', verification: 'required' }),
  webAuthnPolicyPasswordlessPasskeysEnabled: true,
};

function securityKey(
  prefix: string,
  { residentKey, verification }: { residentKey: string; verification: string },
): Record<string, unknown> {
  return {
    [`${prefix}RpEntityName`]: 'Konzern Stadt',
    [`${prefix}SignatureAlgorithms`]: ['ES256', 'RS256'],
    [`${prefix}ResidentKey`]: residentKey,
    [`${prefix}UserVerificationRequirement`]: verification,
    [`${prefix}AvoidSameAuthenticatorRegister`]: true,
  };
}
