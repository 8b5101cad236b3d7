/** Who answers for a group, and what they do in it. The work is fetched with the first call. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { deskOf, groupContainer, isClosed, lettersOf } from '../kernel/container.ts';
import { id, key, personId, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf, Source } from '../kernel/operation.ts';
import { messageFields } from '../wall/message-ref.ts';
import { acts } from './acts.ts';
import { reportReasons, reports } from './letters.ts';

/** As many groups as one question names. */
const mostGroups = 40;

const appointing = () => import(/* webpackChunkName: 'stewards' */ './appoint.ts');
const hiding = () => import(/* webpackChunkName: 'stewards' */ './hide.ts');
const archiving = () => import(/* webpackChunkName: 'stewards' */ './archive.ts');
const reporting = () => import(/* webpackChunkName: 'stewards' */ './report.ts');
const queue = () => import(/* webpackChunkName: 'stewards' */ './queue.ts');

/** Who the stewards of a group are follows from its acts, or from its members. */
const stewardSources = (group: string): readonly Source[] => [
  [acts, groupContainer(group)],
  [acts, deskOf(groupContainer(group))],
  ...(isClosed(group) ? [[anywhere, group] as const] : []),
];

/** The stewards of a group. @throws Forbidden to who may not read it */
const read = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => stewardSources(group),
  run: async (host, { group }) =>
    (await import(/* webpackChunkName: 'stewards' */ './read.ts')).readStewards(host, group),
});

const appointment = v.strictObject({ group: id, person: personId, key });

/** Makes somebody a steward of an open group. Stewards and owners of the host only. */
const appoint = command({
  input: appointment,
  run: async (host, input): Promise<void> => (await appointing()).appointSteward(host, input),
});

/** Somebody is a steward of an open group no more: stewards may do that, but of its founder owners alone. */
const dismiss = command({
  input: appointment,
  run: async (host, input): Promise<void> => (await appointing()).dismissSteward(host, input),
});

const decision = v.strictObject({ ...messageFields, reason: text, key });

/** Keeps a message from readers, with a reason of three words or more. Stewards and owners only. */
const hide = command({
  input: decision,
  run: async (host, input): Promise<void> => (await hiding()).hideMessage(host, input),
});

/** Shows a message again. */
const show = command({
  input: decision,
  run: async (host, input): Promise<void> => (await hiding()).showMessage(host, input),
});

const closing = v.strictObject({ group: id, post: id, reason: text, key });

/** Ends the conversation of a post: stewards, owners, and the post's author. */
const close = command({
  input: closing,
  run: async (host, input): Promise<void> => (await hiding()).closeConversation(host, input),
});

/** Opens it again. */
const reopen = command({
  input: closing,
  run: async (host, input): Promise<void> => (await hiding()).reopenConversation(host, input),
});

const archivingInput = v.strictObject({ group: id, reason: text, key });

/** Makes a group read-only for everybody, with a reason of three words or more. Stewards and owners only. */
const archive = command({
  input: archivingInput,
  run: async (host, input): Promise<void> => (await archiving()).archiveGroup(host, input),
});

/** Opens it again. */
const unarchive = command({
  input: archivingInput,
  run: async (host, input): Promise<void> => (await archiving()).unarchiveGroup(host, input),
});

/** Who reads a report about a message by this person; nobody where only stewards would, of one of them. */
const readers = query({
  input: v.strictObject({ group: id, person: personId }),
  reads: ({ group }) => stewardSources(group),
  run: async (host, input) => (await reporting()).readersOfReport(host, input),
});

/** Tells those who answer for a group of a message. One a person and message. */
const report = command({
  input: v.strictObject({ ...messageFields, why: v.picklist(reportReasons), note: text }),
  run: async (host, input): Promise<void> => (await reporting()).reportMessage(host, input),
});

/** Asks to look again at one's own message that is hidden, once. */
const appeal = command({
  input: v.strictObject({ ...messageFields, note: text }),
  run: async (host, input): Promise<void> => (await reporting()).appealMessage(host, input),
});

/** Whether the reader has done so. */
const appealed = query({
  input: v.strictObject(messageFields),
  reads: ({ group }) => [[reports, lettersOf(groupContainer(group))]],
  run: async (host, input): Promise<boolean> => (await reporting()).hasAppealed(host, input),
});

/** What waits for those who read letters about a group. @throws Forbidden to others */
const waiting = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => [
    [reports, lettersOf(groupContainer(group))],
    ...stewardSources(group),
    [anywhere, groupContainer(group)],
  ],
  run: async (host, { group }) => (await queue()).readLetters(host, group),
});

/** Whether the reader reads letters about a group. */
const readsLetters = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => stewardSources(group),
  run: async (host, { group }): Promise<boolean> => (await queue()).readsLetters(host, group),
});

/** Where letters wait for the reader: in groups that they are in, and for an owner of the host in others. */
const lettersWaiting = query({
  input: v.strictObject({ groups: v.pipe(v.array(id), v.maxLength(mostGroups)) }),
  // Owners of the host are told of groups that they are not in.
  reads: () => [
    [reports, anywhere],
    [acts, anywhere],
  ],
  run: async (host, { groups }) =>
    (await import(/* webpackChunkName: 'stewards' */ './letters-waiting.ts')).readLettersWaiting(
      host,
      groups,
    ),
});

/** Says that nothing is wrong with a message that was reported; only who reads letters learns of it. */
const letStand = command({
  input: v.strictObject({ ...messageFields, key }),
  run: async (host, input): Promise<void> => (await queue()).letStand(host, input),
});

/** Answers an appeal: shown again, or it stays hidden. */
const settle = command({
  input: v.strictObject({ ...messageFields, shown: v.boolean(), reason: text, key }),
  run: async (host, input): Promise<void> => (await queue()).settleAppeal(host, input),
});

export type NewAppointment = InputOf<typeof appoint>;
export type NewDecision = InputOf<typeof hide>;
export type NewClosing = InputOf<typeof close>;
export type NewArchiving = InputOf<typeof archive>;
export type NewReport = InputOf<typeof report>;
export type NewSettlement = InputOf<typeof settle>;
export type NewStanding = InputOf<typeof letStand>;

export const operations = {
  read,
  appoint,
  dismiss,
  hide,
  show,
  close,
  reopen,
  archive,
  unarchive,
  readers,
  report,
  appeal,
  appealed,
  waiting,
  readsLetters,
  settle,
  letStand,
  lettersWaiting,
};
