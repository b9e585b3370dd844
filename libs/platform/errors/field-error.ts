// SPDX-License-Identifier: EUPL-1.2
/** What a person can put right. The interface finds the message by `code`; `limit` is the number in it. */
export interface FieldError {
  path: string[];
  code: FieldErrorCode;
  limit?: number;
}

export type FieldErrorCode = 'required' | 'too-long' | 'too-many' | 'unknown' | 'invalid' | 'in-the-past' | 'own-admin' | 'taken';

export interface InvalidInput {
  __typename: 'InvalidInput';
  fields: FieldError[];
}

export function invalidInput(fields: FieldError[]): InvalidInput {
  return { __typename: 'InvalidInput', fields };
}
