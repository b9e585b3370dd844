// SPDX-License-Identifier: EUPL-1.2
import type { GroupRole, Role } from './people.js';

export type Language = 'de' | 'en';

export interface Words {
  product: string;
  otherLanguage: string;
  back: string;
  title: string;
  lead: string;
  note: string;
  recommended: string;
  recommendedLead: string;
  everybody: string;
  everybodyLead: string;
  guests: string;
  guest: string;
  roles: Record<Role | GroupRole, string>;
  reasons: Record<string, string>;
  signOut: { title: string; lead: string; button: string };
  faults: Record<'expired' | 'refused' | 'unknown-person' | 'failed', { title: string; lead: string }>;
}

const de: Words = {
  product: 'Konzern Stadt',
  otherLanguage: 'English',
  back: 'Zurück zu Konzern Stadt',
  title: 'Anmelden',
  lead: 'Wählen Sie eine Person. Sie sind sofort angemeldet, ohne Passwort, und können später über das Menü oben rechts wechseln.',
  note: 'Das ist die Anmeldung zum Ausprobieren. Alle Personen sind erfunden. Im Betrieb melden sich alle bei ihrer eigenen Organisation an.',
  recommended: 'Zum Kennenlernen',
  recommendedLead: 'Sieben Personen, die Verschiedenes sehen und dürfen.',
  everybody: 'Alle Personen',
  everybodyLead: 'Nach Organisation.',
  guests: 'Gäste',
  guest: 'Gast ohne Organisation im Konzern',
  roles: {
    employee: 'liest',
    author: 'schreibt',
    editor: 'prüft und gibt frei',
    trainer: 'leitet Kurse',
    admin: 'verwaltet die Organisation',
    office: 'Koordinierungsstelle',
    auditor: 'Rechnungsprüfung',
  },
  reasons: {
    'mirjam.osterkamp': 'Schreibt auf, was bei der Beleuchtung funktioniert.',
    'lea.hartwig': 'Sucht, was andere schon wissen, und prüft Beiträge der Wohnbau.',
    'piotr.nowicki': 'Dritte Organisation: sieht nur, was mit ihr geteilt ist.',
    'ingo.pallasch': 'Liest am Telefon mit, ohne dienstliche Adresse.',
    'aylin.demirtas': 'Leitet die Koordinierungsstelle für den ganzen Konzern.',
    'ruth.albrecht': 'Gast aus einer Partnerstadt: sieht Öffentliches.',
  },
  signOut: { title: 'Abmelden', lead: 'Möchten Sie sich überall abmelden?', button: 'Abmelden' },
  faults: {
    expired: { title: 'Diese Anmeldung ist abgelaufen', lead: 'Bitte beginnen Sie noch einmal. Es ging nichts verloren.' },
    refused: { title: 'Diese Anfrage passt nicht', lead: 'Die Adresse ist unvollständig oder gehört nicht zu Konzern Stadt.' },
    'unknown-person': { title: 'Diese Person gibt es hier nicht', lead: 'Bitte wählen Sie eine Person aus der Liste.' },
    failed: { title: 'Das hat nicht geklappt', lead: 'Bitte versuchen Sie es noch einmal.' },
  },
};

const en: Words = {
  product: 'Konzern Stadt',
  otherLanguage: 'Deutsch',
  back: 'Back to Konzern Stadt',
  title: 'Sign in',
  lead: 'Choose a person. You are signed in at once, without a password, and can switch later in the menu at the top right.',
  note: 'This sign-in is for trying things out. All people are invented. In operation, everybody signs in at their own organisation.',
  recommended: 'To get to know it',
  recommendedLead: 'Seven people who see and may do different things.',
  everybody: 'Everybody',
  everybodyLead: 'By organisation.',
  guests: 'Guests',
  guest: 'Guest without an organisation in the group',
  roles: {
    employee: 'reads',
    author: 'writes',
    editor: 'reviews and releases',
    trainer: 'runs courses',
    admin: 'administers the organisation',
    office: 'coordination office',
    auditor: 'audit office',
  },
  reasons: {
    'mirjam.osterkamp': 'Writes down what works in street lighting.',
    'lea.hartwig': 'Looks for what others already know, and reviews what housing shares.',
    'piotr.nowicki': 'A third organisation: sees only what is shared with it.',
    'ingo.pallasch': 'Reads on a phone, has no address at work.',
    'aylin.demirtas': 'Heads the coordination office for the whole group.',
    'ruth.albrecht': 'Guest from a partner city: sees what is public.',
  },
  signOut: { title: 'Sign out', lead: 'Do you want to sign out everywhere?', button: 'Sign out' },
  faults: {
    expired: { title: 'This sign-in has expired', lead: 'Please begin once more. Nothing was lost.' },
    refused: { title: 'This request does not fit', lead: 'The address is incomplete or does not belong to Konzern Stadt.' },
    'unknown-person': { title: 'There is no such person here', lead: 'Please choose somebody from the list.' },
    failed: { title: 'That did not work', lead: 'Please try again.' },
  },
};

export const words: Record<Language, Words> = { de, en };

/** The one asked for, else the first of the browser's that there is, else German. */
export function chooseLanguage(asked: string | null | undefined, accepted: string | undefined): Language {
  const wishes = [...(asked ?? '').split(' '), ...(accepted ?? '').split(',')].map((wish) => wish.trim().slice(0, 2).toLowerCase());
  return wishes.find((wish): wish is Language => wish === 'de' || wish === 'en') ?? 'de';
}
