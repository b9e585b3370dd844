// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { id, line } from '#platform/text/text.input.js';

const named = (limit: number) => v.pipe(line(limit), v.minLength(1, 'required'));
const address = v.pipe(line(320), v.minLength(1, 'required'), v.email('invalid'));
/** As it stands behind the @, in any letters. */
const domain = v.pipe(line(253), v.toLowerCase(), v.regex(/^[a-z0-9äöüß-]+(\.[a-z0-9äöüß-]+)+$/, 'invalid'));

/** A new company as the office enters it. */
export const companyInput = v.object({
  slug: v.pipe(line(40), v.regex(/^[a-z0-9-]{2,40}$/, 'invalid')),
  kind: v.picklist(['administration', 'municipal-company', 'own-enterprise']),
  nameDe: named(120),
  nameEn: named(120),
  shortName: named(40),
  descriptionDe: line(500),
  descriptionEn: line(500),
  headCount: v.pipe(v.number(), v.integer('invalid'), v.minValue(0, 'invalid'), v.maxValue(1_000_000, 'invalid')),
  functionAddress: address,
  mailDomains: v.pipe(
    v.array(domain),
    v.minLength(1, 'required'),
    v.maxLength(20, 'too-many'),
    v.transform((domains) => [...new Set(domains)]),
  ),
  rules: v.pipe(
    v.array(v.object({ value: named(255), role: v.picklist(['author', 'editor', 'trainer', 'admin'], 'invalid') })),
    v.maxLength(500, 'too-many'),
  ),
});

export type CompanyInput = v.InferOutput<typeof companyInput>;

/** Minutes belong to short sessions, and to nothing else. */
export const companySignInInput = v.pipe(
  v.object({
    companyId: id,
    signOutAtProvider: v.boolean(),
    leaverWay: v.picklist(['broker-token', 'short-session', 'hub-only']),
    sessionMinutes: v.optional(
      v.nullable(v.pipe(v.number(), v.integer('invalid'), v.minValue(5, 'invalid'), v.maxValue(600, 'invalid'))),
      null,
    ),
  }),
  v.forward(
    v.check(({ leaverWay, sessionMinutes }) => (leaverWay === 'short-session') === (sessionMinutes !== null), 'required'),
    ['sessionMinutes'],
  ),
);

export type CompanySignInInput = v.InferOutput<typeof companySignInInput>;
