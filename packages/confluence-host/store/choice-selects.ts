/** Queries for choices, asked of their compact table. */
import { idIndex, keyIndex } from '@kantine/core';
import type { ContainerQuery, CountQuery, RowsQuery } from '@kantine/core';
import { sql } from 'kysely';
import { choiceOf, idNumber, idText } from '../schema/index.ts';
import type { ChoiceLayout } from '../schema/index.ts';
import type { AnswerRow, Branch, Sql } from './branch.ts';
import {
  by,
  choiceBranch,
  countBranch,
  given,
  ofInner,
  ofRecord,
  ofRecords,
  ofRow,
  pageBranch,
  sortingOf,
} from './choice-branch.ts';
import { choiceFields, choiceIn, choiceKey, keyIn, messageOf, parseOwner } from './choice-row.ts';
import type { Position } from './cursor.ts';
import { parseAuthorKey, writtenBy } from './record-rows.ts';
import { everyRow } from './table-selects.ts';
import type { Counted, Found, ContainerRow, TableSelects, ValueBranch } from './table-selects.ts';

/** The record of each inner message that a query names. */
export type RecordOfInner = (inner: string) => number | undefined;

/** What a declared index finds choices by: the field that is its partition. */
const partitionOf = ({ collection, index }: ContainerQuery): string | undefined =>
  collection.indexes[index]?.partition;

/** The inner messages whose records have to be known before a query can be asked. */
export function innerMessagesIn(layout: ChoiceLayout, query: ContainerQuery): string[] {
  const { index, eq, in: values } = query;
  if (index !== keyIndex && partitionOf(query) !== layout.spec.target) return [];
  return (values ?? [eq ?? ''])
    .map((value) => (index === keyIndex ? (parseAuthorKey(value)?.key ?? '') : value))
    .map((target) => messageOf(layout, target))
    .flatMap((message) => (message?.isInner === true ? [message.id] : []));
}

/** @param recordOf tells the record of each inner message that `innerMessagesIn` names. */
export function choiceSelects(layout: ChoiceLayout, recordOf: RecordOfInner): TableSelects {
  const { spec } = layout;

  /** The conditions that find the rows of one value; nothing where there cannot be any. */
  function conditionsOf(query: ContainerQuery, value: string): Sql[] | undefined {
    if (query.index === idIndex) {
      const key = choiceKey(value);
      return key && [...ofRow(layout, key), sql`${given} = ${sql.lit(key.given)}`];
    }
    if (query.index === keyIndex) {
      // The key of a choice is the name of its message.
      const key = parseAuthorKey(value);
      const target = key && ofTarget(key.key);
      return target && [...target, by(key.author)];
    }
    switch (partitionOf(query)) {
      case spec.within: {
        const record = idNumber(value);
        return record === undefined ? undefined : [ofRecord(layout, record)];
      }
      case spec.owner: {
        const owner = parseOwner(value);
        return owner && [ofRecord(layout, owner.within), by(owner.author)];
      }
      default:
        return ofTarget(value);
    }
  }

  function ofTarget(target: string): Sql[] | undefined {
    const message = messageOf(layout, target);
    if (!message) return undefined;
    const record = message.isInner ? recordOf(message.id) : idNumber(message.id);
    if (record === undefined) return undefined;
    return [ofRecord(layout, record), ofInner(message.isInner ? message.id : '')];
  }

  /** One person's choices about the messages of a page: few rows, read in one range for each record. */
  function ownerBranches(
    query: RowsQuery,
    container: ContainerRow,
    values: readonly string[],
  ): ValueBranch[] {
    const recordsOf = new Map<string, number[]>();
    for (const value of values) {
      const owner = parseOwner(value);
      if (owner)
        recordsOf.set(owner.author, [...(recordsOf.get(owner.author) ?? []), owner.within]);
    }
    return [...recordsOf].map(([author, records], position) => ({
      value: position,
      branch: choiceBranch(layout, container, [
        ofRecords(layout, records),
        by(author),
        ...writtenBy(query),
      ]),
    }));
  }

  function rows(
    query: RowsQuery,
    container: ContainerRow,
    after: Position | undefined,
  ): ValueBranch[] {
    const { eq, in: values } = query;
    if (query.index === everyRow)
      return [{ value: 0, branch: pageBranch(layout, query, container, [], after) }];
    if (partitionOf(query) === spec.owner && values) return ownerBranches(query, container, values);
    return [...new Set(values ?? [eq ?? ''])].flatMap((each, value) => {
      const conditions = conditionsOf(query, each);
      return conditions
        ? [{ value, branch: pageBranch(layout, query, container, conditions, after) }]
        : [];
    });
  }

  function counts(query: CountQuery, container: ContainerRow): readonly Branch[] {
    const { eq, in: values = [eq ?? ''], by: field, distinctAuthors } = query;
    if (distinctAuthors && field !== spec.mark && field !== spec.target) {
      throw new RangeError(`Authors of ${layout.table} are not told apart by «${field}».`);
    }
    // One range for all records of a page; other queries for choices have few values.
    if (partitionOf(query) === spec.within) {
      const records = values.map(idNumber).filter((id) => id !== undefined);
      if (records.length === 0) return [];
      return [countBranch(layout, container, [ofRecords(layout, records)])];
    }
    return [...new Set(values)].flatMap((value) => {
      const conditions = conditionsOf(query, value);
      return conditions ? [countBranch(layout, container, conditions)] : [];
    });
  }

  function counted({ by: field }: CountQuery, row: AnswerRow): Counted {
    const fields = choiceFields(layout, {
      within: idText(Number(row.c1)),
      inner: row.record_key ?? '',
      choice: choiceOf(layout, Number(row.c0)),
      account: '',
    });
    return { value: fields[field] ?? '', number: Number(row.id) };
  }

  function found(query: RowsQuery, container: ContainerRow, row: AnswerRow): Found {
    const record = choiceIn(layout, container, row);
    const { given: givenAt, within, author, inner } = keyIn(row);
    const position = [givenAt, within, author, idNumber(inner) ?? 0];
    if (partitionOf(query) !== spec.owner) return { record, value: Number(row.b), position };
    const { [spec.owner]: owner = '' } = record.fields as Readonly<Record<string, string>>;
    return { record, value: Math.max((query.in ?? []).indexOf(owner), 0), position };
  }

  return { depth: () => sortingOf(layout).length, rows, counts, found, counted };
}
