/**
 * The door: the shape of every input, checked before a command or query runs. What a value means
 * is checked further in, with a message for its writer; here only what no widget would send is refused.
 */
import * as v from 'valibot';
import { Invalid } from './errors.ts';
import type { OperationName } from './operation-names.ts';
import { kudosValues, reactionKinds } from './settings/settings.ts';

/** Half of a character is no text, and no host can be asked for it. */
const whole = v.regex(/^\P{Surrogate}*$/u, 'it holds half a character');
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200), whole);
const key = v.pipe(v.string(), v.minLength(8), v.maxLength(80), whole);
const cursor = v.optional(v.pipe(v.string(), v.maxLength(500), whole));
/** Far more than any rule admits, so that the rule's own message is what people see. */
const text = v.pipe(v.string(), v.maxLength(1_000_000));
const texts = v.pipe(v.array(text), v.maxLength(500));

const message = { group: id, kind: v.picklist(['post', 'comment']), id };

const inputs = {
  readMe: v.object({}),
  readPerson: v.object({ person: id }),
  searchPeople: v.object({ text: v.pipe(v.string(), v.maxLength(200)) }),
  updateProfile: v.object({
    about: text,
    askMeAbout: texts,
    interests: texts,
    version: v.optional(id),
  }),
  listGroups: v.object({}),
  readGroup: v.object({ group: id }),
  createGroup: v.object({
    name: text,
    purpose: text,
    access: v.optional(v.picklist(['open', 'closed', 'secret'])),
    key: v.optional(key),
  }),
  joinGroup: v.object({ group: id }),
  leaveGroup: v.object({ group: id }),
  readMembers: v.object({ group: id }),
  addMember: v.object({ group: id, person: id, role: v.picklist(['member', 'steward']) }),
  removeMember: v.object({ group: id, person: id }),
  listGroupRequests: v.object({}),
  approveGroup: v.object({ group: id, by: id }),
  declineGroup: v.object({ group: id, by: id }),
  readWall: v.object({ group: id, cursor }),
  readThread: v.object({ group: id, post: id }),
  readHistory: v.object(message),
  readReactors: v.object(message),
  post: v.object({ group: id, text, key }),
  comment: v.object({ group: id, post: id, parent: v.optional(id), text, key }),
  edit: v.object({ ...message, text, version: id }),
  deleteMessage: v.object({ ...message, version: id, reason: text }),
  react: v.object({
    message: v.object(message),
    post: id,
    kind: v.optional(v.picklist(reactionKinds)),
  }),
  markRead: v.object({ group: id, until: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  giveKudos: v.object({
    recipients: v.pipe(v.array(id), v.maxLength(500)),
    value: v.picklist(kudosValues),
    reason: text,
    as: v.picklist(['kudos', 'thanks']),
    key,
  }),
  withdrawKudos: v.object({ id: key }),
  readKudosBudget: v.object({}),
  readKudosAudience: v.object({}),
  readKudos: v.object({ cursor }),
} satisfies Record<OperationName, v.GenericSchema>;

/** @returns the input, without anything that was not asked for. @throws Invalid `malformed` */
export function acceptInput(operation: OperationName, input: unknown): unknown {
  const result = v.safeParse(inputs[operation], input ?? {});
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue) ?? operation;
  throw new Invalid(
    { field, reason: 'malformed' },
    `${operation} does not accept this ${field}: ${issue.message}`,
  );
}
