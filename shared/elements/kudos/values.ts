import { kudosValues } from '@kantine/core';
import type { KudosValue, ValueView } from '@kantine/core';
import { isFromTheStart, valueNameOf, valueSignOf } from '../parts/value-names.ts';

/** What owners wrote of the values; a page has one community. */
const owned = new Map<KudosValue, ValueView>();

/** Takes note of what owners wrote, before anything names a value. */
export function learnValues(values: readonly ValueView[]): void {
  for (const value of values) owned.set(value.id, value);
}

export const valueSign = (id: KudosValue): string => valueSignOf(owned.get(id) ?? { id });

/** A company value in the reader's language. */
export const valueName = (id: KudosValue): string => valueNameOf(owned.get(id) ?? { id });

/** Names of values in an attribute; those that there are not are left out, and none at all is every one. */
export const valuesConverter = {
  fromAttribute(attribute: string | null): readonly KudosValue[] {
    const named = (attribute ?? '').split(/\s+/);
    const known = kudosValues.filter((value) => named.includes(value));
    return known.length === 0 ? kudosValues : known;
  },
};

/** Whether a page shows thanks for a value: an editor chooses among those from the start. */
export const isShownAt = (chosen: readonly KudosValue[], value: KudosValue): boolean =>
  !isFromTheStart(value) || chosen.includes(value);
