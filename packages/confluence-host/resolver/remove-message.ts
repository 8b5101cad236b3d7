/** Administrators of the site remove a message that somebody else wrote, and say why. */
import { acceptText, countWords, Forbidden, groupContainer, Invalid, limits } from '@kantine/core';
import * as v from 'valibot';
import { blankMessage } from '../upkeep/blanked.ts';
import { sqlUpkeep } from '../upkeep/owners-upkeep.ts';
import { hostOperation } from './host-operation.ts';
import { removalBeginnings } from './removal-words.ts';
import { demandAdministrator } from './site-settings.ts';

/** A reason says something to its reader. */
const leastWords = 3;

const short = v.pipe(v.string(), v.maxLength(300));

/** @returns what readers see, which always says that an administrator removed the message. */
function acceptReason(sent: string): string {
  const [english] = removalBeginnings;
  const said = removalBeginnings.find((beginning) => sent.startsWith(beginning));
  const typed = sent.slice(said?.length ?? 0);
  const reason = acceptText('reason', typed, limits.deleteReason);
  const words = countWords(reason);
  if (words >= leastWords) return `${said ?? english}${reason}`;
  throw new Invalid(
    { field: 'reason', reason: 'too-few-words', actual: words, limit: leastWords },
    `The reason has ${words} words. Say in at least ${leastWords} why it is removed.`,
  );
}

/**
 * Takes the words of a message away; readers see the reason in their place. An administrator removes only
 * what they may read themselves.
 * @throws Forbidden, NotFound, Invalid
 */
export const removeMessage = hostOperation({
  input: v.strictObject({ group: short, kind: short, id: short, reason: v.string() }),
  async run(call, { group, kind, id, reason: typed }): Promise<void> {
    await demandAdministrator(call);
    const reason = acceptReason(typed);
    const { instance, host } = call;
    const container = groupContainer(group);
    const [access] = await host.gate.accessTo([container]);
    if (!access || access.right === 'none' || access.id === undefined)
      throw new Forbidden(container);
    const row = { name: container, id: access.id };
    const upkeep = sqlUpkeep(instance, host);
    await blankMessage(instance, upkeep, { container: row, kind, id, reason });
  },
});
