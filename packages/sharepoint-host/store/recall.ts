/**
 * Answers that are still true. A page that reads again since something changed has just looked at the dates of
 * all its lists: what it was told of a list that has not moved since is not asked again. Decision
 * 0033-answers-that-are-still-true.md says why that is sound. Fetched after the first look.
 */
import type { ContainerQuery, CountQuery, Query } from '@kantine/core';
import type { Journal } from '../changes/index.ts';
import { columns, parsed } from '../schema/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askIn } from './ask.ts';
import type { In, InRequest } from './ask.ts';
import { rowsAtOnce } from './at-once.ts';
import type { ListReading } from './list-reading.ts';
import { nameColumns, partitionValue, recordColumns } from './row.ts';
import type { Fields, Row } from './row.ts';
import { countedWay } from './sharing.ts';

/** What was answered about a list. */
export interface Told {
  readonly list: string;
  readonly question: RestRequest;
  readonly value: unknown;
  /** By the server's clock: when it was asked, or before. */
  readonly asked: number;
}

export interface Recall {
  note(told: Told): void;
  /** A talk about a list that asks for nothing of which the answer is known. */
  remembering<T>(list: string, talk: Talk<T>): Talk<T>;
  /** For a query for the reader's own choices: how to find the values of which they have some. */
  mineOf(list: string, query: ContainerQuery, queries: readonly Query[]): Mine | undefined;
}

type Mine = (reading: ListReading) => NonNullable<ListReading['mine']>;

interface Kept {
  readonly value: unknown;
  readonly asked: number;
}

/** Of all lists together, in answers to whole questions and to parts of them. */
const mostRows = 10_000;

const fieldOf = (row: Row, field: string): string | undefined => {
  const fields = parsed(row[columns.fields]);
  return typeof fields === 'object' && fields !== null
    ? partitionValue(field, fields as Fields)
    : undefined;
};

/** However many are asked for at most: of each value all rows are remembered, or none. */
const nameOfPart = ({ select, bare, ...asked }: In, value: string): string => {
  const isNames = select === nameColumns;
  const rows = isNames ? { select: recordColumns } : { select, bare };
  return JSON.stringify({ ...asked, ...rows, values: [value], of: undefined, top: 0 });
};

export function openRecall(journal: Journal): Recall {
  const kept = new Map<string, Kept>();
  let rows = 0;

  const isTrue = (list: string, asked: number | undefined): boolean =>
    asked !== undefined && asked > (journal.told(list)?.unmovedSince ?? Infinity);

  function known(list: string, name: string): Kept | undefined {
    const found = kept.get(list + name);
    return found && isTrue(list, found.asked) ? found : undefined;
  }

  function keep(list: string, name: string, value: unknown, asked: number): void {
    const number = 1 + (Array.isArray(value) ? value.length : 0);
    if ((rows += number) > mostRows) {
      kept.clear();
      rows = number;
    }
    kept.set(list + name, { value, asked });
    kept.set(list, { value: undefined, asked });
  }

  /** A question for several values is remembered value by value, where the answer held all of their rows. */
  function note({ list, question, value, asked }: Told): void {
    const { asked: of }: InRequest = question;
    if (!of?.of) keep(list, JSON.stringify(question), value, asked);
    else if (of.select !== nameColumns && (value as readonly Row[]).length < of.top) {
      for (const [at, each] of of.of.values.entries()) {
        const { field } = of.of;
        const own = (value as readonly Row[]).filter((row) => fieldOf(row, field) === each);
        keep(list, nameOfPart(of, of.values[at] as string), own, asked);
      }
    }
  }

  /** What is left to ask of a question, and the answer to it once that is answered. */
  function lessOf(list: string, question: InRequest): Less {
    const { asked: of } = question;
    if (!of?.of) {
      const found = known(list, JSON.stringify(question));
      return found ? { answer: () => found.value } : { open: question };
    }
    const { values } = of.of;
    const found = of.values.map((value) => known(list, nameOfPart(of, value)));
    if (found.every((each) => !each)) return { open: question };
    // Names come with the rows of the other values.
    if (of.select === nameColumns) return { answer: () => [] };
    const before = found.flatMap((each) => (each ? (each.value as readonly Row[]) : []));
    const isOpen = (_: string, at: number): boolean => !found[at];
    const answer = (more: unknown): readonly Row[] =>
      [...before, ...(more as readonly Row[])]
        .sort((a, b) => (of.order === 'ascending' ? a.Id - b.Id : b.Id - a.Id))
        .slice(0, of.top);
    const open = of.values.filter(isOpen);
    if (open.length === 0) return { answer: () => answer([]) };
    const part = { ...of, values: open, of: { ...of.of, values: values.filter(isOpen) } };
    const path = question.path.replace(/\/getItems.*/s, '');
    const isNamed = of.select === recordColumns && of.author === undefined && !of.bare;
    const select = isNamed ? [...of.select, 'Author'] : of.select;
    return { open: { ...askIn(path, { ...part, select }), asked: part } as InRequest, answer };
  }

  async function* remembering<T>(list: string, talk: Talk<T>): Talk<T> {
    let step = await talk.next([]);
    while (step.done !== true) {
      const parts = step.value.map((question) => lessOf(list, question));
      const open = parts.flatMap((part) => part.open ?? []);
      const told = open.length > 0 ? [...(yield open)] : [];
      step = await talk.next(
        parts.map(({ open: isOpen, answer }) => {
          const outcome = isOpen ? told.shift() : { ok: true as const, value: undefined };
          if (!outcome) throw new RangeError('A question was not answered.');
          return outcome.ok && answer ? { ok: true, value: answer(outcome.value) } : outcome;
        }),
      );
    }
    return step.value;
  }

  return {
    note,
    remembering,
    mineOf(list, query, queries) {
      const counted = countAround(query, queries);
      const { choice } = query.collection;
      if (!counted?.in || !choice || !isTrue(list, kept.get(list)?.asked)) return undefined;
      const around = [...new Set(counted.in)];
      return (reading) =>
        async function* mine(values) {
          const found = yield* rowsAtOnce(counted, reading, around, countedWay);
          if (typeof found === 'string' || !found.isWhole) return values;
          const own = found.rows.filter(({ AuthorId }) => String(AuthorId) === reading.me);
          const owners = new Set(own.map((row) => fieldOf(row, choice.owner)));
          return values.filter((value) => owners.has(value));
        };
    },
  };
}

interface Less {
  readonly open?: RestRequest;
  readonly answer?: (more: unknown) => unknown;
}

/**
 * The count that reads the rows of a page of which a query wants the reader's own: a choice says what it is
 * within, and whose it is.
 */
function countAround(query: ContainerQuery, queries: readonly Query[]): CountQuery | undefined {
  const { collection, container, index, kind } = query;
  const { choice, indexes } = collection;
  if (!choice || kind !== 'rows' || indexes[index]?.proof !== 'own' || !query.in) return undefined;
  return queries.find(
    (each): each is CountQuery =>
      each.kind === 'count' &&
      each.collection === collection &&
      each.container === container &&
      each.in !== undefined &&
      each.keyed === true &&
      indexes[each.index]?.partition === choice.within,
  );
}
