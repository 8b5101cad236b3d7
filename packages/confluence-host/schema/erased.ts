/** The ids of people whose data was erased: the messages that they wrote stay under these. */
import type { PersonId } from '@kantine/core';

const prefix = 'erased-';

export const erased = (id: number): PersonId => `${prefix}${id}`;
export const isErased = (account: PersonId): boolean => account.startsWith(prefix);
