/** Catching up: what waits for the reader, and being done with it. */
import * as v from 'valibot';
import { memberships } from '../groups/collections.ts';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer } from '../kernel/container.ts';
import { numberOf } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import { mentions } from '../mentions/collection.ts';
import { preferences } from '../preferences/preference.ts';
import { comments, posts, readMarks } from '../wall/message.ts';
import { done } from './done.ts';
import { readForYou } from './for-you.ts';

/** Nobody is in more groups than so many parts have. */
const mostParts = 20;

const forYou = query({
  input: v.strictObject({
    /** Which part of the reader's groups is looked at; the first unless told. */
    part: v.optional(numberOf(0, mostParts)),
  }),
  reads: () => [
    [mentions, anywhere],
    [comments, anywhere],
    [posts, anywhere],
    [preferences, anywhere],
    [readMarks, anywhere],
    [memberships, communityContainer],
  ],
  run: (host, { part = 0 }) => readForYou(host, part),
});

export const operations = { forYou, done };
