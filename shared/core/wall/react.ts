/** Reacting to messages. */
import { removeIfThere } from '../kernel/admit.ts';
import { choiceMark, choiceOwner } from '../kernel/collection.ts';
import { groupContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { NewReaction } from './commands.ts';
import { targetName } from './message.ts';
import { reactions } from './reaction.ts';

/** Gives, changes or takes back the reader's one reaction to a message. */
export async function giveReaction(
  { store, identity }: Host,
  { message, post, kind }: NewReaction,
): Promise<void> {
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
}
