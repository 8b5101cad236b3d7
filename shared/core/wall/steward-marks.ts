/** Marks that count by who wrote them: those of stewards. */
import { isClosed } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import type { PersonId, Stamp } from '../kernel/record.ts';
import { isAll, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import type { ActRecord } from '../stewards/acts.ts';
import { mostStewards, termsOf } from '../stewards/log.ts';
import { knownIn, readLog } from '../stewards/read-log.ts';
import { actsOfTerms } from '../stewards/stewards.ts';
import { marks, placeOfStewards } from './marks.ts';
import type { MarkFamily, MarkRecord } from './marks.ts';

/**
 * The marks of a family by those who ever were stewards of an open group. Anybody may write marks there: where
 * these are more than were read at once, stewards are asked for by name.
 * @param found the newest ones.
 */
export async function ofStewards(
  store: Store,
  group: string,
  family: MarkFamily,
  found: Rows<MarkRecord['fields']>,
  ever: readonly PersonId[],
): Promise<readonly MarkRecord[]> {
  if (isAll(found) || isClosed(group)) return found.records;
  const container = placeOfStewards(group);
  const answers = await store.read(
    ever.slice(-mostStewards).map((author) =>
      rows(marks, {
        container,
        index: 'byFamily',
        eq: family,
        author,
        order: 'descending',
        limit: 20,
      }),
    ),
  );
  return answers.flatMap(({ records }) => records);
}

/**
 * Who of those who wrote marks did so as a steward, and everybody who ever was one.
 * @param decided the answer to `newestActs`.
 */
export async function readTerms(
  host: Host,
  group: string,
  decided: Rows<ActRecord['fields']>,
): Promise<{ readonly ever: readonly PersonId[]; isStewardAct(record: Stamp): boolean }> {
  const place = placeOfStewards(group);
  if (isClosed(group)) return { ever: [], isStewardAct: ({ container }) => container === place };
  const terms = termsOf(await readLog(host, group, knownIn(decided)));
  return { ever: terms.ever, isStewardAct: actsOfTerms(place, terms) };
}
