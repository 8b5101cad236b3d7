/** A choice as its row holds it, and the record that follows from the row. */
import { choiceMark, choiceOwner } from '@kantine/core';
import type { StoredRecord } from '@kantine/core';
import { choiceOf, codeOf, idNumber, idText, instantOf } from '../schema/index.ts';
import type { ChoiceLayout } from '../schema/index.ts';
import type { AnswerRow } from './branch.ts';
import { pairIn } from './pair.ts';
import type { ContainerRow } from './table-selects.ts';

/** Identifies a row: who chose about which message, and when. */
export interface ChoiceKey {
  /** The id of the record that the message belongs to. */
  readonly within: number;
  /** The id of the inner message, empty for the record itself. */
  readonly inner: string;
  readonly author: number;
  /** In seconds; tells a choice from one that was taken back and made again. */
  readonly given: number;
}

/** A message that choices can be about. */
interface Message {
  readonly kind: string;
  readonly id: string;
  /** Whether it is an inner message, not the record itself. */
  readonly isInner: boolean;
}

export const choiceId = ({ within, inner, author, given }: ChoiceKey): string =>
  [idText(within), inner, author.toString(36), given.toString(36)].join('.');

/** @returns the row that an id names, or nothing for a text that is no such id. */
export function choiceKey(id: string): ChoiceKey | undefined {
  const [record = '', inner = '', author = '', given = '', ...more] = id.split('.');
  const within = idNumber(record);
  if (within === undefined || more.length > 0) return undefined;
  if (inner !== '' && idNumber(inner) === undefined) return undefined;
  const key = {
    within,
    inner,
    author: idNumber(author) ?? 0,
    given: Number.parseInt(given, 36),
  };
  return choiceId(key) === id ? key : undefined;
}

/** The name of a message, as other collections of core write it: `post:7`. */
const targetOf = ({ record, inner }: ChoiceLayout, within: string, innerId: string): string =>
  innerId === '' ? `${record.kind}:${within}` : `${inner?.kind ?? ''}:${innerId}`;

/** @returns the message that a name means, or nothing where choices are about no such message. */
export function messageOf({ record, inner }: ChoiceLayout, target: string): Message | undefined {
  const [kind = '', id = '', ...more] = target.split(':');
  if (idNumber(id) === undefined || more.length > 0) return undefined;
  if (kind === record.kind) return { kind, id, isInner: false };
  return kind === inner?.kind ? { kind, id, isInner: true } : undefined;
}

/** Reads what `choiceOwner` of core wrote. */
export function parseOwner(owner: string): { within: number; author: string } | undefined {
  const [record = '', author = ''] = pairIn(owner) ?? [];
  const within = idNumber(record);
  return within === undefined ? undefined : { within, author };
}

/** What a choice says, of which all its fields follow. */
interface Chosen {
  readonly within: string;
  /** The id of the inner message, empty for the record itself. */
  readonly inner: string;
  readonly choice: string;
  readonly account: string;
}

/** The fields as the collection declares them. */
export function choiceFields(
  layout: ChoiceLayout,
  { within, inner, choice, account }: Chosen,
): Readonly<Record<string, string>> {
  const { spec } = layout;
  const target = targetOf(layout, within, inner);
  return {
    [spec.within]: within,
    [spec.target]: target,
    [spec.choice]: choice,
    [spec.mark]: choiceMark(target, choice),
    [spec.owner]: choiceOwner(within, account),
  };
}

/**
 * What the fields of a choice say.
 * @throws TypeError where they say something that a row cannot hold
 */
export function chosenIn(
  layout: ChoiceLayout,
  key: string,
  fields: unknown,
  account: string,
): Chosen & { readonly message: Message } {
  const given = fields as Readonly<Record<string, unknown>>;
  const { within, target, choice } = layout.spec;
  const message = messageOf(layout, String(given[target]));
  if (message && codeOf(layout, String(given[choice])) >= 0 && key === given[target]) {
    const chosen = {
      within: String(given[within]),
      inner: message.isInner ? message.id : '',
      choice: String(given[choice]),
      account,
    };
    const whole = Object.entries(choiceFields(layout, chosen));
    if (whole.every(([name, value]) => given[name] === value)) return { ...chosen, message };
  }
  throw new TypeError(`${layout.table}: no row can hold this choice.`);
}

/** @param row the columns of `choiceBranch`. */
export function choiceIn(
  layout: ChoiceLayout,
  { name: container }: ContainerRow,
  row: AnswerRow,
): StoredRecord {
  const key = keyIn(row);
  const account = row.account ?? '';
  const fields = choiceFields(layout, {
    within: idText(key.within),
    inner: key.inner,
    choice: choiceOf(layout, Number(row.c0)),
    account,
  });
  const created = instantOf(key.given);
  const changed = Number(row.changed);
  return {
    id: choiceId(key),
    container,
    author: account,
    key: fields[layout.spec.target] ?? '',
    created,
    modified: created + changed * 1000,
    version: String(changed),
    fields,
  };
}

/** @param row the columns of `choiceBranch`. */
export const keyIn = (row: AnswerRow): ChoiceKey => ({
  within: Number(row.id),
  inner: row.record_key ?? '',
  author: Number(row.c2),
  given: Number(row.c1),
});
