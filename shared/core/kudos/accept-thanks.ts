/** What a thank-you may say, and whom it may be for. */
import { acceptText, countWords } from '../kernel/accept-text.ts';
import { groupContainer, isClosed } from '../kernel/container.ts';
import { Forbidden, Invalid } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { acceptColleague } from '../people/colleague.ts';
import { lookUp } from '../people/person.ts';
import type { ValueView } from '../settings/read-settings.ts';
import { limits } from '../settings/settings.ts';
import { archivedBy } from '../stewards/read-archiving.ts';

/** @throws Invalid */
export function acceptReason(text: string): string {
  const reason = acceptText('reason', text, limits.kudosReason);
  const words = countWords(reason);
  if (words < limits.kudosReasonWords) {
    throw new Invalid(
      { field: 'reason', reason: 'too-few-words', actual: words, limit: limits.kudosReasonWords },
      `The reason has ${words} words. Say in at least ${limits.kudosReasonWords} what they did.`,
    );
  }
  return reason;
}

/** @throws Invalid */
export async function acceptRecipients(
  host: Host,
  me: PersonId,
  ids: readonly PersonId[],
): Promise<PersonId[]> {
  const named = [...new Set(ids)];
  const refuse = (data: Omit<Invalid['data'], 'field'>, message: string): never => {
    throw new Invalid({ field: 'recipients', ...data }, message);
  };
  if (named.length === 0) refuse({ reason: 'empty' }, 'Name the person you want to thank.');
  const { kudosRecipients: limit } = limits;
  if (named.length > limit) {
    const data = { reason: 'too-many', actual: named.length, limit } as const;
    refuse(data, `You named ${named.length} people; at most ${limit} share one thank-you.`);
  }
  const refuseMyself = (): never =>
    refuse({ reason: 'yourself' }, 'You cannot thank yourself. Thank a colleague.');
  if (named.includes(me)) refuseMyself();
  const wayOut = 'Leave them out to thank the others.';
  // In one question, which tells all that choosing each has to know.
  await lookUp(host.directory, named);
  const chosen = await Promise.all(
    named.map((id) => acceptColleague(host, 'recipients', id, wayOut)),
  );
  const recipients = [...new Set(chosen)];
  if (recipients.includes(me)) refuseMyself();
  return recipients;
}

/**
 * In a closed group its members alone are thanked: nobody else would read it. In an archived one nobody is.
 * @throws Invalid `cannot-read`; Forbidden to who is not in it
 */
export async function assertReaders(
  host: Host,
  group: string,
  recipients: readonly PersonId[],
): Promise<void> {
  const { containers, directory } = host;
  if (await archivedBy(host, group)) throw new Forbidden(`the archived group ${group}`);
  if (!isClosed(group)) return;
  const members = await containers.members(groupContainer(group));
  const inside = new Set(members.map(({ person }) => person));
  const outside = recipients.find((recipient) => !inside.has(recipient));
  if (outside === undefined) return;
  const [person] = await lookUp(directory, [outside]);
  const actual = person?.name ?? outside;
  throw new Invalid(
    { field: 'recipients', reason: 'cannot-read', actual },
    `${actual} is not in this group and would not read it. Let everybody read it, or leave them out.`,
  );
}

/** @throws Invalid `unknown-value` for one that owners do not offer now */
export function assertOffered(value: string, values: readonly ValueView[]): void {
  if (values.some(({ id, isOffered }) => id === value && isOffered)) return;
  const data = { field: 'value', reason: 'unknown-value', actual: value } as const;
  throw new Invalid(data, 'That value is not offered now. Choose another.');
}
