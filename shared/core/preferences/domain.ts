/** What a person chooses for themselves alone. */
import { anywhere } from '../kernel/changes.ts';
import { nothing } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { block, mute, unblock, unmute } from './change.ts';
import { follow, follows, unfollow } from './following.ts';
import { ownPreferences, preferences, preferencesIn } from './preference.ts';

/** The reader's own preferences. */
export interface OwnPreferences {
  /** Ids of groups that stay quiet. */
  readonly muted: readonly string[];
  /** People whom the reader would rather not see. */
  readonly blocked: readonly PersonSummary[];
}

const read = query({
  input: nothing,
  reads: () => [[preferences, anywhere]],
  run: async ({ store, identity, directory }): Promise<OwnPreferences> => {
    const [{ records }] = await store.read([ownPreferences(await identity.me())]);
    const { muted, blocked } = preferencesIn(records);
    const person = await peopleFinder(directory, [...blocked]);
    return { muted: [...muted], blocked: [...blocked].map(person) };
  },
});

export const operations = { read, mute, unmute, block, unblock, follow, unfollow, follows };
