/** The newest rows that may be news, of several groups together. */
import { articles } from '../blog/collections.ts';
import type { ArticleRecord } from '../blog/collections.ts';
import { readable } from '../groups/readable.ts';
import { fates } from '../ideas/collection.ts';
import type { FateRecord } from '../ideas/collection.ts';
import { groupContainer, isClosed } from '../kernel/container.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant } from '../kernel/record.ts';
import { isMark, marks, placeOfStewards } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { isPassing } from './candidates.ts';
import { limited } from './limited.ts';

/** Most rows of one author in one group on one day: nobody decides or accepts more. */
const mostADay = 20;

export interface NewsRows {
  readonly fates: readonly FateRecord[];
  readonly accepted: readonly MarkRecord[];
  readonly helped: readonly MarkRecord[];
  readonly articles: readonly ArticleRecord[];
  /** How many rows broke a rule. */
  readonly dropped: number;
  readonly isMore: boolean;
  readonly failed: number;
}

const none: NewsRows = {
  fates: [],
  accepted: [],
  helped: [],
  articles: [],
  dropped: 0,
  isMore: false,
  failed: 0,
};

async function ask({ store }: Host, groups: readonly string[], since: Instant): Promise<NewsRows> {
  const of = (family: string) => ({ index: 'byFamily', eq: family });
  const query = { containers: groups.map(groupContainer), since, limit: maxNewest };
  const places = groups.some(isClosed) ? groups.map(placeOfStewards) : query.containers;
  const [decided, accepted, helped, written] = await store.read([
    newest(fates, { ...query, containers: places }),
    newest(marks, { ...query, of: of('accept') }),
    newest(marks, { ...query, of: of('helped') }),
    newest(articles, query),
  ]);
  const fit = [accepted, helped].map(({ records }) =>
    limited(
      records.filter((row) => isMark(row) && row.fields.value !== ''),
      mostADay,
    ),
  );
  const some = limited(decided.records, mostADay);
  const all = [decided, accepted, helped, written];
  return {
    fates: some,
    accepted: fit[0] ?? [],
    helped: fit[1] ?? [],
    articles: written.records,
    dropped: decided.records.length - some.length,
    isMore: all.some(({ complete }) => !complete),
    failed: 0,
  };
}

/** Where one of the groups is not for the reader any more, the others stand. @throws Offline, Throttled */
export async function readNewsRows(
  host: Host,
  groups: readonly string[],
  since: Instant,
): Promise<NewsRows> {
  if (groups.length === 0) return none;
  try {
    return await ask(host, groups, since);
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  const theirs = await readable(host, groups);
  if (theirs.length === 0) return none;
  try {
    return await ask(host, theirs, since);
  } catch (error) {
    if (isPassing(error)) throw error;
    return { ...none, failed: theirs.length };
  }
}
