// SPDX-License-Identifier: EUPL-1.2
const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day in the hub's time zone, `2027-03-12`. */
export function berlinDay(moment: Date): string {
  return formatter.format(moment);
}
