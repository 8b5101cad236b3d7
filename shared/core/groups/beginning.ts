/** The operations about first steps. The work is fetched when somebody opens a group. */
import * as v from 'valibot';
import { profiles } from '../card/profiles.ts';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { id } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import { preferences } from '../preferences/preference.ts';
import { comments, posts } from '../wall/message.ts';
import { memberships } from './collections.ts';
import type { FirstSteps } from './first-steps.ts';

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

/** The reader wants to see them no more, in this group. */
export const putStepsAway = command({
  input: ofGroup,
  run: async (host, { group }): Promise<void> => (await beginning()).putStepsAway(host, group),
});
