// SPDX-License-Identifier: EUPL-1.2
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../time/day.js';

/** A moment; out of statements it comes as `Date` or, inside JSON, as text. */
export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)).toISOString(),
  parseValue: () => {
    throw new GraphQLError('Moments are answered, never asked.');
  },
});

export const dateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) => String(value),
  parseValue: (value) => calendarDay(value),
  parseLiteral: (node) => calendarDay(node.kind === Kind.STRING ? node.value : null),
});

function calendarDay(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) throw new GraphQLError('A day is written 2027-03-12.');
  return value;
}
