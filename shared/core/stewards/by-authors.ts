import type { FieldSpecs, FieldsOf } from '../kernel/collection.ts';
import type { Store } from '../kernel/ports.ts';
import type { Rows, RowsQuery } from '../kernel/query.ts';
import type { PersonId, StoredRecord } from '../kernel/record.ts';

/**
 * Where others wrote so much that one answer did not hold it, those whose word counts are asked for by name.
 * @param answer to the query.
 * @param authors nobody is known by an empty name.
 */
export async function byAuthors<Specs extends FieldSpecs>(
  store: Store,
  query: RowsQuery<Specs>,
  answer: Rows<FieldsOf<Specs>>,
  authors: Iterable<PersonId>,
): Promise<readonly StoredRecord<FieldsOf<Specs>>[]> {
  const known = [...new Set(authors)].filter((author) => author !== '');
  if (!answer.incomplete || known.length === 0) return answer.records;
  const queries = known.map((author) => ({ ...query, author }));
  const answers: readonly Rows<FieldsOf<Specs>>[] = await store.read(queries);
  return answers.flatMap(({ records }) => records);
}
