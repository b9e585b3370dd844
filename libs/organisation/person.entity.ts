// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

const person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: { id: p.uuid().primary(), name: p.text(), createdAt: p.datetime() },
});

/** The card: everybody in the group may know the name and, through the membership, the company. */
export class Person extends person.class {}

person.setClass(Person);

export const PersonSchema = person;

export const PersonIdentity = defineEntity({
  name: 'PersonIdentity',
  tableName: 'person_identity',
  properties: {
    personId: p.uuid().primary(),
    issuer: p.text(),
    subject: p.text(),
    lockedAt: p.datetime().nullable(),
    account: p.text().nullable(),
  },
});

export const PersonContact = defineEntity({
  name: 'PersonContact',
  tableName: 'person_contact',
  properties: { personId: p.uuid().primary(), kind: p.text().$type<'mail' | 'phone'>().primary(), value: p.text(), verified: p.boolean() },
});

export const PersonProfile = defineEntity({
  name: 'PersonProfile',
  tableName: 'person_profile',
  properties: { personId: p.uuid().primary(), jobTitle: p.text(), about: p.text() },
});

export const PersonVisit = defineEntity({
  name: 'PersonVisit',
  tableName: 'person_visit',
  properties: { personId: p.uuid().primary(), latestAt: p.datetime(), previousAt: p.datetime().nullable(), claimsAt: p.datetime() },
});
