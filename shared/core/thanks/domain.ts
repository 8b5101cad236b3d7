/** Thanks for messages, what recipients keep to themselves, and what came in since they last looked. */
import * as v from 'valibot';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { anywhere } from '../kernel/changes.ts';
import { instant, nothing } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import { groupThanks, kudos } from '../kudos/collection.ts';
import { marks } from '../wall/marks.ts';
import { messageRef } from '../wall/message-ref.ts';
import { comments, posts, readMarks } from '../wall/message.ts';
import { keeping, kudosKeeping, thanking } from './inputs.ts';
import { keepThankYou, keepThanksFor, thankFor } from './change.ts';
import { keptThanks } from './collection.ts';
import { readThanksFor } from './of-message.ts';
import { readReceived } from './received.ts';
import { keepSeen } from './received-rows.ts';

/** Who thanked for a message, whether the reader did, and whether its author keeps that to themselves. */
const ofMessage = query({
  input: messageRef,
  reads: ({ group }) => [
    [marks, groupContainer(group)],
    [posts, groupContainer(group)],
    [comments, groupContainer(group)],
  ],
  run: readThanksFor,
});

/** Thanks the author of a message for it, or takes that back. Who reads the group sees it. */
const thank = command({ input: thanking, run: thankFor });

/** Keeps the thanks for one's own message from everybody but those who gave them, or shows them again. */
const keep = command({ input: keeping, run: keepThanksFor });

/** Keeps a thank-you to oneself from everybody but its giver, or shows it again. */
const keepKudos = command({ input: kudosKeeping, run: keepThankYou });

/** What the reader was thanked for, and has not seen. */
const received = query({
  input: nothing,
  reads: () => [
    [kudos, communityContainer],
    [groupThanks, anywhere],
    [keptThanks, anywhere],
    // What becomes of the messages, and of one's groups, is seen with the next look.
    [marks, anywhere],
    [readMarks, anywhere],
  ],
  run: readReceived,
});

/** The reader has seen what they were thanked for until then. Never moves back. */
const seen = command({
  input: v.strictObject({ until: instant }),
  run: (host, { until }) => keepSeen(host, until),
});

export const operations = { ofMessage, thank, keep, keepKudos, received, seen };
