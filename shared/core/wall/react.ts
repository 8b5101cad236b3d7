/** Reacting to messages. */
import * as v from 'valibot';
import { removeIfThere } from '../kernel/admit.ts';
import { choiceMark, choiceOwner } from '../kernel/collection.ts';
import { groupContainer } from '../kernel/container.ts';
import { id } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { byKeys } from '../kernel/query.ts';
import { reactionKinds } from '../settings/settings.ts';
import { messageRef } from './message-ref.ts';
import { targetName } from './message.ts';
import { reactions } from './reaction.ts';

/** Gives, changes or takes back the reader's one reaction to a message. */
export const react = command({
  input: v.strictObject({
    message: messageRef,
    /** The post itself, or the post that the comment is on. */
    post: id,
    /** Absent takes the reader's reaction back. */
    kind: v.optional(v.picklist(reactionKinds)),
  }),
  run: async ({ store, identity }, { message, post, kind }): Promise<void> => {
    const me = await identity.me();
    const container = groupContainer(message.group);
    const target = targetName(message);
    const [{ records }] = await store.read([byKeys(reactions, container, me, [target])]);
    const before = records[0];
    if (kind === undefined) {
      if (before) await removeIfThere(store, reactions, before);
      return;
    }
    const mark = choiceMark(target, kind);
    const fields = { post, target, kind, mark, owner: choiceOwner(post, me) };
    const { record } = before
      ? { record: before }
      : await store.insert(reactions, container, target, fields);
    if (record.fields.mark !== mark) await store.update(reactions, record, fields);
  },
});

export type NewReaction = InputOf<typeof react>;
