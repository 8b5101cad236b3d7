import { kudosValues } from './settings.ts';
import type { KudosValue } from './settings.ts';

/** A value that owners add is told apart from those of the start by its id. */
export const isValueId = (id: string): id is KudosValue =>
  (kudosValues as readonly string[]).includes(id) || /^own-[\w-]{1,36}$/.test(id);
