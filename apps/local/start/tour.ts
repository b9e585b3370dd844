// SPDX-License-Identifier: EUPL-1.2
/** Seven of the example people who see the hub in different ways: name, company, why to try. The sign-in page puts them first, too. */
const people: readonly (readonly [name: string, company: string, why: string])[] = [
  ['Mirjam Osterkamp', 'Stadtwerke', 'writes and publishes: street lighting'],
  ['Lea Hartwig', 'Wohnbau', 'editor: finds, reuses, corrects what her company shares'],
  ['Dorothea Quint', 'Wohnbau', 'admin: people, roles, and what her directory’s claims mean'],
  ['Piotr Nowicki', 'Klinikum', 'author of a third company: what does he see?'],
  ['Ingo Pallasch', 'Wohnbau', 'caretaker without a mail address: reads and searches'],
  ['Aylin Demirtaş', 'Stadtverwaltung', 'leads the coordination office'],
  ['Ruth Albrecht', 'partner city', 'guest: sees what is public'],
];

interface Ready {
  examples: boolean;
  /** The page that imitates intranets, when a Keycloak signs people in. */
  intranets: string | null;
  /** Since the start. */
  seconds: number;
}

/** What the terminal says when everything runs. */
export function welcome(address: string, { examples, intranets, seconds }: Ready): string {
  const ready = `\n  Ready after ${seconds.toFixed(1)} s:  ${intranets ?? address}\n`;
  const end = '\n  Ctrl-C stops everything; your data stays.\n';
  if (intranets !== null) return `${ready}\n  The page imitates the intranets of two companies. The hub itself: ${address}\n${end}`;
  return examples ? `${ready}\n${table()}\n${tour}${end}` : `${ready}${end}`;
}

function table(): string {
  const rows = people.map(([name, company, why]) => `    ${name.padEnd(18)}${company.padEnd(17)}${why}`);
  return `  Sign in as anybody, no password. Worth trying:\n\n${rows.join('\n')}\n`;
}

const tour = `  Three minutes, two people, two browser windows (one of them private):

    1  Mirjam Osterkamp: "Beitragen", "Praxisbeispiel". Give it a title with a word nobody else uses,
       a key statement and the answers marked as required. Under "Wer kann das sehen?" choose
       "Ausgewählte Organisationen" and tick Wohnbau. Publish.
    2  Lea Hartwig: type three letters of your word into the search. Open it, "Wir nutzen das auch".
    3  Now sign in as Piotr Nowicki instead of Lea and search for it: for him it does not exist.
`;
