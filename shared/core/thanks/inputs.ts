/** What the operations on thanks are told. */
import * as v from 'valibot';
import { id, id as groupId, personId } from '../kernel/input.ts';
import type { InputOf } from '../kernel/operation.ts';
import { messageFields } from '../wall/message-ref.ts';

export const thanking = v.strictObject({ ...messageFields, thanked: v.boolean() });
export type Thanking = InputOf<{ readonly input: typeof thanking }>;

export const keeping = v.strictObject({ ...messageFields, kept: v.boolean() });
export type Keeping = InputOf<{ readonly input: typeof keeping }>;

export const kudosKeeping = v.strictObject({
  /** Names the thank-you, with its id. */
  giver: personId,
  id,
  kept: v.boolean(),
  /** The group that reads it; left out for everybody. */
  group: v.optional(groupId),
});
export type KudosKeeping = InputOf<{ readonly input: typeof kudosKeeping }>;
