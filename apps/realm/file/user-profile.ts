// SPDX-License-Identifier: EUPL-1.2
import { realmContract } from '#platform/access/realm-contract.js';

const { claims } = realmContract;

/**
 * What the realm keeps of a person. Nothing is required and nobody edits their own: names, addresses and rights come from the company, and an
 * address that a person could type would be believed by nobody's right. Every attribute needs `annotations`, or SCIM answers 500.
 */
export const userProfile = {
  attributes: [
    attribute('username', { validations: { length: { min: 1, max: 255 } } }),
    attribute('email', { validations: { email: {}, length: { max: 255 } } }),
    attribute('firstName', { validations: { length: { max: 255 } } }),
    attribute('lastName', { validations: { length: { max: 255 } } }),
    attribute(claims.roles, { multivalued: true }),
    attribute(claims.department, { multivalued: true }),
  ],
  groups: [],
};

function attribute(name: string, rest: { validations?: object; multivalued?: boolean }): { name: string } & Record<string, unknown> {
  return {
    name,
    permissions: { view: ['admin', 'user'], edit: ['admin'] },
    annotations: {},
    multivalued: false,
    ...rest,
  };
}
