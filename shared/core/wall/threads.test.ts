import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reactionKinds } from '../settings/settings.ts';
import { choiceMark } from '../kernel/collection.ts';
import { reactionSummary, withOwnReaction } from './reaction.ts';
import type { ReactionSummary } from './reaction.ts';
import { foldThreads, oldestFirst } from './view.ts';
import type { CommentView } from './view.ts';

const author = { id: 'ada', name: 'Ada', active: true };
const blank = { author, post: 'p', text: '', edited: false, reason: '', version: '1', mine: false };

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Comments whose parents may be missing, deleted, later, themselves, or go round in a circle. */
const commentLists: fc.Arbitrary<CommentView[]> = fc
  .uniqueArray(fc.constantFrom(...ids))
  .chain((present) =>
    fc.tuple(
      ...present.map((id) =>
        fc.record({
          created: fc.nat({ max: 3 }),
          deleted: fc.boolean(),
          parent: fc.option(fc.constantFrom(...ids), { nil: undefined }),
          id: fc.constant(id),
        }),
      ),
    ),
  )
  .map((comments) =>
    comments.map(({ parent, ...rest }) => ({
      ...blank,
      ...rest,
      reactions: { counts: {} },
      ...(parent === undefined ? {} : { parent }),
    })),
  );

describe('threads', () => {
  it('show every comment that is not deleted exactly once, whatever its parent is', () => {
    fc.assert(
      fc.property(commentLists, (comments) => {
        const threads = foldThreads(comments);
        const shown = threads.flatMap(({ comment, replies }) => [comment, ...replies]);
        const written = comments.filter(({ deleted }) => !deleted).map(({ id }) => id);
        expect(new Set(shown).size).toBe(shown.length);
        expect(
          shown
            .filter(({ deleted }) => !deleted)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(written.sort());
      }),
      { numRuns: 1_000 },
    );
  });

  it('keep a deleted comment only above replies, and never as one', () => {
    fc.assert(
      fc.property(commentLists, (comments) => {
        for (const { comment, replies } of foldThreads(comments)) {
          expect(replies.some(({ deleted }) => deleted)).toBe(false);
          if (comment.deleted) expect(replies.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('are in order of time, and the same in whatever order the comments came', () => {
    fc.assert(
      fc.property(commentLists, (comments) => {
        const threads = foldThreads(comments);
        const roots = threads.map(({ comment }) => comment);
        expect(roots).toEqual(roots.toSorted(oldestFirst));
        for (const { replies } of threads) expect(replies).toEqual(replies.toSorted(oldestFirst));
        expect(foldThreads(comments.toReversed())).toEqual(threads);
      }),
    );
  });
});

const kinds = fc.constantFrom(...reactionKinds);
/** What a message shows, with the reader's own reaction counted. */
const summaries: fc.Arbitrary<ReactionSummary> = fc
  .record({
    others: fc.dictionary(kinds, fc.integer({ min: 1, max: 9 })),
    mine: fc.option(kinds, { nil: undefined }),
  })
  .map(({ others, mine }) => withOwnReaction({ counts: { ...others } }, mine));

const total = ({ counts }: ReactionSummary) =>
  Object.values(counts).reduce((sum, number) => sum + number, 0);

describe('one’s own reaction, shown before the host confirms it', () => {
  it('counts once, whatever it was before', () => {
    fc.assert(
      fc.property(summaries, fc.option(kinds, { nil: undefined }), (before, next) => {
        const after = withOwnReaction(before, next);
        const change = (next ? 1 : 0) - (before.mine ? 1 : 0);
        expect(total(after)).toBe(total(before) + change);
        expect(after.mine).toBe(next);
        expect(Object.values(after.counts).every((number) => number > 0)).toBe(true);
      }),
    );
  });

  it('is undone by going back to what it was', () => {
    fc.assert(
      fc.property(summaries, fc.option(kinds, { nil: undefined }), (before, next) => {
        expect(withOwnReaction(withOwnReaction(before, next), before.mine)).toEqual(before);
      }),
    );
  });

  it('is the same when it is chosen twice', () => {
    fc.assert(
      fc.property(summaries, kinds, (before, next) => {
        const once = withOwnReaction(before, next);
        expect(withOwnReaction(once, next)).toEqual(once);
      }),
    );
  });
});

describe('a message’s reactions', () => {
  it('are its own counts of known kinds, out of those of a whole page', () => {
    const counts = new Map([
      [choiceMark('post:1', 'like'), 2],
      [choiceMark('post:10', 'like'), 5],
      [choiceMark('post:1', 'thumbs-down'), 7],
      [choiceMark('comment:1', 'love'), 3],
    ]);
    expect(reactionSummary('post:1', counts, new Map([['post:1', 'like']]))).toEqual({
      counts: { like: 2 },
      mine: 'like',
    });
  });
});
