/** The operations about a group's name. The work is fetched with the first call. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { id, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { groups } from './collections.ts';
import type { GroupView } from './group.ts';

const naming = () => import(/* webpackChunkName: 'groups-acts' */ './rename.ts');

/** Gives a group another name: who started it, while they are its steward. @returns it as it is called now. */
export const rename = command({
  input: v.strictObject({ group: id, name: text }),
  run: async (host, input): Promise<GroupView> => (await naming()).renameGroup(host, input),
});

/** Whether the reader may do so. */
export const mayRename = query({
  input: v.strictObject({ group: id }),
  // Who is a steward no more is refused by the command; acts of another kind are many.
  reads: () => [[groups, anywhere]],
  run: async (host, { group }): Promise<boolean> => (await naming()).mayRename(host, group),
});

export type NewName = InputOf<typeof rename>;
