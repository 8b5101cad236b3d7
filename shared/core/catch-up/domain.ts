/** Catching up: what waits for the reader, and being done with it. */
import * as v from 'valibot';
import { articles } from '../blog/collections.ts';
import { memberships } from '../groups/collections.ts';
import { fates } from '../ideas/collection.ts';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { id, instant, numberOf } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import { mentions } from '../mentions/collection.ts';
import { preferences } from '../preferences/preference.ts';
import { acts } from '../stewards/acts.ts';
import { marks } from '../wall/marks.ts';
import { messageRef } from '../wall/message-ref.ts';
import { comments, posts, readMarks } from '../wall/message.ts';
import { reasons } from './admit.ts';
import { done, seen } from './done.ts';
import { toldByReader } from './everybody.ts';
import { mostLines, readForYou } from './for-you.ts';
import { readNews } from './read-news.ts';
import { readTakenBack } from './taken-back.ts';

/** Nobody is in more groups than so many parts have. */
const mostParts = 20;

/** Everything since then, whether the reader is done with it or not; what they are not done with unless told. */
const since = v.optional(instant);

const forYou = query({
  input: v.strictObject({
    /** Which part of the reader's groups is looked at; the first unless told. */
    part: v.optional(numberOf(0, mostParts)),
    since,
  }),
  reads: () => [
    [mentions, anywhere],
    [comments, anywhere],
    [posts, anywhere],
    [preferences, anywhere],
    [readMarks, anywhere],
    [memberships, communityContainer],
    // What stewards hide waits no more.
    [acts, anywhere],
  ],
  run: (host, { part = 0, since: from }) => readForYou(host, part, from),
});

/** What was decided and what is worth a look since the reader last caught up. */
const news = query({
  input: v.strictObject({
    /** Of closed groups, six of them at most; of open ones unless told. */
    closed: v.optional(v.boolean()),
    since,
  }),
  reads: () => [
    [fates, anywhere],
    [marks, anywhere],
    [articles, anywhere],
    [posts, anywhere],
    [acts, anywhere],
    [preferences, anywhere],
    [readMarks, anywhere],
    [memberships, communityContainer],
  ],
  run: readNews,
});

/** Which of some lines that are gone were taken back, for who had them before their eyes. */
const takenBack = query({
  input: v.strictObject({
    lines: v.pipe(
      v.array(v.strictObject({ message: messageRef, why: v.picklist(reasons) })),
      v.maxLength(mostLines),
    ),
  }),
  reads: () => [
    [comments, anywhere],
    [posts, anywhere],
  ],
  run: (host, { lines }) => readTakenBack(host, lines),
});

/** How many others a mention of everybody in a group tells; undefined where the reader's would tell nobody. */
const everybody = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => [
    [memberships, communityContainer],
    [acts, groupContainer(group)],
  ],
  run: (host, { group }) => toldByReader(host, group),
});

export const operations = { forYou, news, done, seen, takenBack, everybody };
