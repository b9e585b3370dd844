// SPDX-License-Identifier: EUPL-1.2
type Requirement = 'REQUIRED' | 'ALTERNATIVE' | 'CONDITIONAL';

interface Execution {
  requirement: Requirement;
  priority: number;
  authenticator?: string;
  authenticatorConfig?: string;
  flowAlias?: string;
  authenticatorFlow: boolean;
}

type Step = Omit<Execution, 'priority'>;

/** The flow every company's provider names for somebody it sends for the first time. */
export const firstSignIn = 'konzern-stadt: first sign-in';
const browser = 'konzern-stadt: browser';

export const flowNames = { browserFlow: browser, firstBrokerLoginFlow: firstSignIn };

const organization = 'konzern-stadt: company by mail domain';
const ifOrganization = 'konzern-stadt: company by mail domain, when there are companies';
const account = 'konzern-stadt: account of the realm';
const second = 'konzern-stadt: second factor';
const secondMissing = 'konzern-stadt: second factor to be set up';

const unlessPasskey = 'konzern-stadt: unless by passkey';
const unlessSecond = 'konzern-stadt: unless a second factor was asked for';

/**
 * Browser: a live session, else the provider the link names (`kc_idp_hint`), else the company by the domain of what is typed, else an account of
 * the realm with password and second factor or with a passkey, which is both. First sign-in: an account is made and joins the company,
 * without a question; a name that is taken is an error, never a link to the account that has it.
 */
export const flows = [
  flow(browser, true, [
    step('auth-cookie', 'ALTERNATIVE'),
    step('identity-provider-redirector', 'ALTERNATIVE'),
    subflow(organization, 'ALTERNATIVE'),
    subflow(account, 'ALTERNATIVE'),
  ]),
  flow(organization, false, [subflow(ifOrganization, 'CONDITIONAL')]),
  flow(ifOrganization, false, [step('conditional-user-configured', 'REQUIRED'), step('organization', 'ALTERNATIVE')]),
  flow(account, false, [
    step('auth-username-password-form', 'REQUIRED'),
    subflow(second, 'CONDITIONAL'),
    subflow(secondMissing, 'CONDITIONAL'),
  ]),
  flow(second, false, [
    step('conditional-user-configured', 'REQUIRED'),
    step('conditional-credential', 'REQUIRED', unlessPasskey),
    step('webauthn-authenticator', 'ALTERNATIVE'),
    step('auth-otp-form', 'ALTERNATIVE'),
  ]),
  flow(secondMissing, false, [
    step('conditional-credential', 'REQUIRED', unlessPasskey),
    step('conditional-sub-flow-executed', 'REQUIRED', unlessSecond),
    // Nobody has one here, so the person is led to set it up.
    step('auth-otp-form', 'REQUIRED'),
  ]),
  flow(firstSignIn, true, [step('idp-create-user-if-unique', 'REQUIRED'), step('idp-add-organization-member', 'REQUIRED')]),
];

export const authenticatorConfig = [
  { alias: unlessPasskey, config: { credentials: 'webauthn-passwordless' } },
  { alias: unlessSecond, config: { flow_to_check: second, check_result: 'not-executed' } },
];

/** What may be asked of an account of the realm. Profile pages are off: a first sign-in asks nothing, whatever a company leaves out. */
export const requiredActions = [
  action('CONFIGURE_TOTP', 'Configure OTP', 10),
  action('UPDATE_PASSWORD', 'Update Password', 20),
  action('webauthn-register', 'Webauthn Register', 30),
  action('webauthn-register-passwordless', 'Webauthn Register Passwordless', 40),
  action('VERIFY_EMAIL', 'Verify Email', 50),
  action('delete_credential', 'Delete Credential', 60),
  action('UPDATE_PROFILE', 'Update Profile', 70, false),
  action('VERIFY_PROFILE', 'Verify Profile', 80, false),
  action('TERMS_AND_CONDITIONS', 'Terms and Conditions', 90, false),
];

function flow(alias: string, topLevel: boolean, steps: Step[]): Record<string, unknown> {
  const authenticationExecutions = steps.map((one, index) => ({ ...one, priority: 10 * (index + 1), userSetupAllowed: false }));
  return { alias, providerId: 'basic-flow', topLevel, builtIn: false, authenticationExecutions };
}

function step(authenticator: string, requirement: Requirement, authenticatorConfig?: string): Step {
  return { authenticator, requirement, authenticatorFlow: false, ...(authenticatorConfig ? { authenticatorConfig } : {}) };
}

function subflow(flowAlias: string, requirement: Requirement): Step {
  return { flowAlias, requirement, authenticatorFlow: true };
}

function action(alias: string, name: string, priority: number, enabled = true): Record<string, unknown> {
  return { alias, providerId: alias, name, enabled, defaultAction: false, priority, config: {} };
}
