/** Profile cards: who somebody is, out of everything that the community knows of them. */
import { readCard } from './read.ts';
import { updateProfile } from './update.ts';

export const operations = { read: readCard, update: updateProfile };
