/** Reading several pages past rows that break a rule, for who shows them together. */
import { missing } from './admit.ts';
import type { Admit, Admitted } from './admit.ts';
import type { FieldsOf, FieldSpecs } from './collection.ts';
import type { Store } from './ports.ts';
import type { Rows, RowsQuery } from './query.ts';

/**
 * The admitted rows of several pages at once: those of which rows were dropped are read on together, once.
 * @param further how many rows are read on of each.
 */
export async function admitPages<Specs extends FieldSpecs>(
  store: Store,
  queries: readonly RowsQuery<Specs>[],
  firsts: readonly Rows<FieldsOf<Specs>>[],
  admit: Admit<Specs>,
  further: number,
): Promise<readonly Admitted<Specs>[]> {
  const pages = firsts.map((first) => {
    const records = first.records.filter(admit);
    return { records, broken: first.records.length - records.length, ...rest(first) };
  });
  const nexts = pages.flatMap(({ records, broken, unread, cursor }, at) => {
    const query = queries[at];
    // A host that stopped has read on already.
    const isEnough = !query || broken === 0 || unread > 0 || records.length >= query.limit;
    if (isEnough || cursor === undefined) return [];
    return [{ at, query: { ...query, cursor, limit: further } }];
  });
  const answers: readonly Rows<FieldsOf<Specs>>[] =
    nexts.length === 0 ? [] : await store.read(nexts.map(({ query }) => query));
  const read = new Map(nexts.map(({ at }, index) => [at, answers[index]]));
  return pages.map(({ records, broken, unread, cursor }, at) => {
    const next = read.get(at);
    if (!next) return admitted(records, broken + unread, cursor);
    const found = next.records.filter(admit);
    const more = next.records.length - found.length + missing(next);
    return admitted([...records, ...found], broken + unread + more, next.cursor);
  });
}

const rest = (answer: Rows<unknown>) => ({ unread: missing(answer), cursor: answer.cursor });

const admitted = <Row>(records: readonly Row[], dropped: number, cursor: string | undefined) => ({
  records,
  dropped,
  ...(cursor === undefined ? {} : { cursor }),
});
