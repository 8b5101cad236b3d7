/** The operations for who looks for their place: first steps in a group, and groups to join. The work is fetched with the first call. */
import * as v from 'valibot';
import { profiles } from '../card/profiles.ts';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { id, nothing } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import { preferences } from '../preferences/preference.ts';
import { comments, posts } from '../wall/message.ts';
import { memberships } from './collections.ts';
import type { FirstSteps } from './first-steps.ts';
import type { Suggestion } from './suggest.ts';

const beginning = () => import(/* webpackChunkName: 'groups-acts' */ './first-steps.ts');
const ofGroup = v.strictObject({ group: id });

/** The first steps of the reader in a group; undefined where there is nothing to say. */
export const firstSteps = query({
  input: ofGroup,
  reads: ({ group }) => [
    [posts, groupContainer(group)],
    [comments, groupContainer(group)],
    [memberships, communityContainer],
    [profiles, communityContainer],
    [preferences, anywhere],
  ],
  run: async (host, { group }): Promise<FirstSteps | undefined> =>
    (await beginning()).readFirstSteps(host, group),
});

/** At most three open groups that several of the reader's people are in. */
export const suggest = query({
  input: nothing,
  // Nobody waits for a suggestion: it is made once, when a page opens.
  reads: () => [],
  run: async (host): Promise<readonly Suggestion[]> =>
    (await import(/* webpackChunkName: 'groups-acts' */ './suggest.ts')).readSuggestions(host),
});

/** The reader wants to see them no more, in this group. */
export const putStepsAway = command({
  input: ofGroup,
  run: async (host, { group }): Promise<void> => (await beginning()).putStepsAway(host, group),
});
