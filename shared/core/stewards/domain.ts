/** Who answers for a group, and what they do in it. The work is fetched with the first call. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import { id, key } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf, Source } from '../kernel/operation.ts';
import { acts } from './acts.ts';

const appointing = () => import(/* webpackChunkName: 'stewards' */ './appoint.ts');

/** Who the stewards of a group are follows from its acts, or from its members. */
const stewardSources = (group: string): readonly Source[] => [
  [acts, groupContainer(group)],
  [acts, deskOf(groupContainer(group))],
  ...(isClosed(group) ? [[anywhere, group] as const] : []),
];

/** The stewards of a group. @throws Forbidden to who may not read it */
export const read = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => stewardSources(group),
  run: async (host, { group }) =>
    (await import(/* webpackChunkName: 'stewards' */ './read.ts')).readStewards(host, group),
});

const appointment = v.strictObject({ group: id, person: id, key });

/** Makes somebody a steward of an open group. Stewards and owners of the host only. */
export const appoint = command({
  input: appointment,
  run: async (host, input): Promise<void> => (await appointing()).appointSteward(host, input),
});

/** Somebody is a steward of an open group no more: stewards may do that, but of its founder owners alone. */
export const dismiss = command({
  input: appointment,
  run: async (host, input): Promise<void> => (await appointing()).dismissSteward(host, input),
});

export type NewAppointment = InputOf<typeof appoint>;

export const operations = { read, appoint, dismiss };
