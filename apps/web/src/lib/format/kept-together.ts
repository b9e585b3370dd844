// SPDX-License-Identifier: EUPL-1.2

const UNIT = /(\d)[ \u00a0](?=(?:%|‰|€|°C|Euro|Cent|kWh|MWh|kW|MW|m²|m³|km|cm|mm|kg|Uhr|Mio\.|Millionen|Prozent)(?![\p{L}\d]))/gu;
const DAY = /(\d{1,2}\.)[ \u00a0](?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L}))/gu;

/** Puts a fixed space between a number and its unit, a day and its month: "20 %" and "12. März" never break. */
export function keptTogether(text: string): string {
  return text.replace(UNIT, '$1\u00a0').replace(DAY, '$1\u00a0');
}
