/** The rows of several values of an index in one question. */
import type { Query } from '@kantine/core';
import { indexColumn, partitionDigest } from '../schema/index.ts';
import { answerOf, hasCode, thresholdCode } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { askIn } from './ask.ts';
import type { In } from './ask.ts';
import { selected } from './partition-pages.ts';
import type { Row } from './row.ts';

/** @returns undefined where more rows match than one question may match. */
export async function* rowsAtOnce(
  query: Query,
  list: string,
  values: readonly string[],
  page: Pick<In, 'order' | 'top'>,
): Talk<readonly Row[] | undefined> {
  const digests = values.map((value) => partitionDigest(query.container, query.index, value));
  const [outcome] = yield [
    askIn(list, {
      ...page,
      select: selected(query),
      column: indexColumn(query.collection, query.index),
      type: 'Text',
      values: await Promise.all(digests),
    }),
  ];
  if (outcome && !outcome.ok && hasCode(outcome.error, thresholdCode)) return undefined;
  return answerOf<readonly Row[]>(outcome);
}
