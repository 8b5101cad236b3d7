/** The operations about invitations. The work is fetched with the first call. */
import * as v from 'valibot';
import { id, key, personId } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';

const inviting = () => import(/* webpackChunkName: 'groups-acts' */ './invite.ts');

/** Lets a colleague into a closed group, or asks them into an open one, and tells them who did. Stewards only. */
export const invite = command({
  input: v.strictObject({ group: id, person: personId, key }),
  run: async (host, input): Promise<void> => (await inviting()).inviteColleague(host, input),
});

/** The reader answered: they are asked no more, until somebody invites them again. */
export const answerInvitation = command({
  input: v.strictObject({ group: id }),
  run: async (host, input): Promise<void> => (await inviting()).answerInvitation(host, input),
});

export type NewInvitation = InputOf<typeof invite>;
