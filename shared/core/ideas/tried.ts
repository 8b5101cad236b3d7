/** Who would try an idea: a mark of theirs on its post. */
import { removeIfThere } from '../kernel/admit.ts';
import { choiceMark } from '../kernel/collection.ts';
import { groupContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Invalid, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { byIds, byKeys, count, maxLimit, rows } from '../kernel/query.ts';
import type { Counts } from '../kernel/query.ts';
import { isMark, markFields, markKey, marks } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { posts, targetName } from '../wall/message.ts';
import { ownMark } from '../wall/own-mark.ts';
import { isIdea } from './idea.ts';
import type { Trying } from './domain.ts';

const targetOf = (post: string): string => targetName({ kind: 'post', id: post });

const markOf = (post: string): string => choiceMark(markKey('tried', targetOf(post)), '1');

const isTried = (record: MarkRecord): boolean =>
  isMark(record) &&
  record.fields.family === 'tried' &&
  record.fields.value === '1' &&
  record.fields.target === targetOf(record.fields.post);

/** The questions about who would try some ideas: how many, some of them, and the reader. */
export const aboutTried = (container: ContainerId, ideas: readonly string[], me: PersonId) =>
  [
    count(marks, {
      container,
      index: 'byMark',
      in: ideas.map(markOf),
      by: 'mark',
      distinctAuthors: true,
      keyed: true,
      admit: isTried,
    }),
    rows(marks, {
      container,
      index: 'byMark',
      in: ideas.map(markOf),
      limitOf: 'all',
      order: 'descending',
      limit: maxLimit,
    }),
    byKeys(
      marks,
      container,
      me,
      ideas.map((post) => markKey('tried', targetOf(post))),
    ),
  ] as const;

export interface Tried {
  readonly tried: number;
  readonly people: readonly PersonId[];
  readonly isMine: boolean;
}

/** So many are named at most. */
const mostNamed = 3;

/** What the answers say of one idea; its author is none of those who would try it. */
export function triedOf(
  { id, author }: { readonly id: string; readonly author: PersonId },
  counts: Counts,
  found: readonly MarkRecord[],
  own: readonly MarkRecord[],
): Tried {
  const here = found.filter((record) => isTried(record) && record.fields.post === id);
  const people = [...new Set(here.map((record) => record.author))];
  const others = people.filter((person) => person !== author);
  const mine = own.find((record) => isTried(record) && record.fields.post === id);
  const number = (counts.get(markOf(id)) ?? 0) - (people.length - others.length);
  return {
    tried: Math.max(number, others.length),
    people: others.slice(0, mostNamed),
    isMine: mine !== undefined && mine.author !== author,
  };
}

/** @throws NotFound; Invalid `yourself` for an idea of one's own */
export async function setTried(host: Host, { group, post, tried }: Trying): Promise<void> {
  const { store, identity } = host;
  const container = groupContainer(group);
  const me = await identity.me();
  const target = targetOf(post);
  const [found, own] = await store.read([
    byIds(posts, container, [post]),
    ownMark(container, me, 'tried', target),
  ]);
  if (!tried) {
    if (own.records[0]) await removeIfThere(store, marks, own.records[0]);
    return;
  }
  const idea = found.records.find(isIdea);
  if (!idea) throw new NotFound(`idea ${post}`);
  if (idea.author === me) {
    const message = 'This is your own idea. Colleagues say whether they would try it.';
    throw new Invalid({ field: 'post', reason: 'yourself' }, message);
  }
  const mark = { family: 'tried', target, post, value: '1', to: idea.author } as const;
  await store.insert(marks, container, markKey('tried', target), markFields(mark));
}
