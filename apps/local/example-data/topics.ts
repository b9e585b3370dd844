// SPDX-License-Identifier: EUPL-1.2
/** What the entries of a city are about: id, German, English. The office maintains them once the hub is in use. */
export const topics = [
  ['energie', 'Energie', 'Energy'],
  ['gebaeude', 'Gebäude', 'Buildings'],
  ['verkehr', 'Verkehr', 'Traffic'],
  ['wasser', 'Wasser', 'Water'],
  ['natur', 'Natur und Stadtgrün', 'Nature and green spaces'],
  ['wohnen', 'Wohnen', 'Housing'],
  ['gesundheit', 'Gesundheit und Pflege', 'Health and care'],
  ['buergerservice', 'Bürgerservice', 'Citizen services'],
  ['verwaltung-digital', 'Digitale Verwaltung', 'Digital administration'],
  ['daten', 'Daten', 'Data'],
  ['it-sicherheit', 'IT-Sicherheit', 'IT security'],
  ['barrierefreiheit', 'Barrierefreiheit', 'Accessibility'],
  ['agil', 'Agil arbeiten', 'Agile work'],
  ['personal', 'Personal und Lernen', 'Staff and learning'],
  ['finanzen', 'Finanzen und Einkauf', 'Finance and purchasing'],
  ['beteiligung', 'Beteiligung', 'Participation'],
  ['kreislauf', 'Abfall und Kreislauf', 'Waste and recycling'],
  ['kultur', 'Kultur und Freizeit', 'Culture and leisure'],
  ['bildung', 'Bildung und Kita', 'Education and day care'],
] as const;
