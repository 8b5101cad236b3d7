/** Profile cards: who somebody is, out of everything that the community knows of them. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { personId } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import { communityContainer } from '../kernel/container.ts';
import { memberships } from '../groups/collections.ts';
import { marks } from '../wall/marks.ts';
import type { Help } from './helped.ts';
import { readCard } from './read.ts';
import { updateProfile } from './update.ts';

/** The questions that an answer of somebody solved lately, in groups that the reader can read; at most five. */
const helped = query({
  input: v.strictObject({ person: personId }),
  reads: () => [
    [memberships, communityContainer],
    [marks, anywhere],
  ],
  run: async (host, { person }): Promise<readonly Help[]> =>
    (await import(/* webpackChunkName: 'card-help' */ './helped.ts')).readHelp(host, person),
});

export const operations = { read: readCard, update: updateProfile, helped };
