// SPDX-License-Identifier: EUPL-1.2
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The city's clock, wherever server and browser stand: both must write the same words. */
const ZONE = 'Europe/Berlin';
const DAY_MS = 24 * 60 * 60 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = getLocale() === 'de' ? 'de-DE' : 'en-GB';
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(language, { timeZone: ZONE, ...options })));
  return found;
}

/** "12. März 2027"; day and month are never torn apart. */
export function day(moment: string): string {
  return together(format({ day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(moment)));
}

/** "März 2027" */
export function month(moment: string): string {
  return format({ month: 'long', year: 'numeric' }).format(new Date(moment));
}

/** "14:30 Uhr" */
export function time(moment: string): string {
  return m.time_of_day({ time: format({ hour: '2-digit', minute: '2-digit' }).format(new Date(moment)) });
}

/** "12. März 2027, 14:30 Uhr" */
export function dayAndTime(moment: string): string {
  return `${day(moment)}, ${time(moment)}`;
}

/** "heute", "gestern", "Freitag" within a week, then "12. März", with the year when it is another one. */
export function nearDay(moment: string, now: Date = new Date()): string {
  const days = daysBetween(moment, now);
  if (days === 0) return m.today();
  if (days === 1) return m.yesterday();
  const date = new Date(moment);
  if (days > 1 && days < 7) return format({ weekday: 'long' }).format(date);
  if (year(date) === year(now)) return together(format({ day: 'numeric', month: 'long' }).format(date));
  return day(moment);
}

/** "heute, 16:20 Uhr" and so on. */
export function nearMoment(moment: string, now: Date = new Date()): string {
  return `${nearDay(moment, now)}, ${time(moment)}`;
}

/** Whole calendar days in the city between then and now; negative in the future. */
export function daysBetween(moment: string, now: Date = new Date()): number {
  return Math.round((midnight(now) - midnight(new Date(moment))) / DAY_MS);
}

function midnight(date: Date): number {
  return Date.parse(isoDay(date));
}

/** "2027-03-12" as the city's calendar says. */
export function isoDay(date: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(date);
}

function year(date: Date): string {
  return isoDay(date).slice(0, 4);
}

function together(text: string): string {
  return text.replace(/^(\d+\.?) /, '$1\u00a0');
}
