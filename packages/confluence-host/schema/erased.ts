/** Whose data was erased: what they wrote stays, under an id that says nothing of them. */
import type { PersonId } from '@kantine/core';

const prefix = 'erased-';

export const erased = (id: number): PersonId => `${prefix}${id}`;
export const isErased = (account: PersonId): boolean => account.startsWith(prefix);
