import { collection, collections } from '@kantine/core';
import type { Collection } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { choiceLayouts, choiceOf, codeOf } from './choice.ts';
import type { ChoiceLayout } from './choice.ts';

const { reactions, posts, comments } = collections;
const all: readonly Collection[] = Object.values(collections);
const layout = choiceLayouts(all).get(reactions.name) as ChoiceLayout;

/** The same choices with other facts, among the other collections. */
const layoutsWith = (changed: Partial<Collection>) =>
  choiceLayouts([posts, comments, { ...reactions, ...changed } as Collection]);

describe('the compact table of choices', () => {
  it('holds for each choice a number that never changes', () => {
    const codes = ['like', 'love', 'celebrate', 'insight', 'thanks', 'smile'];
    expect(codes.map((choice) => codeOf(layout, choice))).toEqual([0, 1, 2, 3, 4, 5]);
    for (const choice of reactions.choice?.choices ?? []) {
      expect(choiceOf(layout, codeOf(layout, choice))).toBe(choice);
    }
    expect(codeOf(layout, 'dislike')).toBe(-1);
    expect(choiceOf(layout, 200)).toBe('');
  });

  it('knows from the declarations which message is the record and which are about it', () => {
    expect(layout).toMatchObject({
      table: 'reactions',
      record: { table: 'posts', kind: 'post' },
      inner: { table: 'comments', kind: 'comment', column: 'post' },
    });
    expect(choiceLayouts([posts, reactions]).get(reactions.name)).not.toHaveProperty('inner');
  });

  it('is refused where it could not hold what is declared', () => {
    expect(() => choiceLayouts([comments, reactions])).toThrow('the id of no declared message');
    const fields = { ...reactions.fields, note: { type: 'text', max: 20 } } as const;
    expect(() => layoutsWith({ fields })).toThrow('«note» follows from no choice');
    const indexes = { byKind: { partition: 'kind', order: 'created' } };
    expect(() => layoutsWith({ indexes })).toThrow('not found by «byKind»');
    const answers = collection({
      ...comments,
      name: 'answers',
      message: { kind: 'answer', words: ['text'] },
    });
    expect(() => choiceLayouts([posts, comments, answers, reactions])).toThrow(
      'cannot tell the messages of comments, answers apart',
    );
    const choices = Array.from({ length: 257 }, (_, at) => String(at));
    const choice = { ...(reactions.choice as NonNullable<Collection['choice']>), choices };
    expect(() => layoutsWith({ choice })).toThrow('too many choices');
  });
});
