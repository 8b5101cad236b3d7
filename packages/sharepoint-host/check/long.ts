/** What holds of lists beyond the list view threshold. The list is made and removed. */
import { askIn, askPage } from '../store/ask.ts';
import { get, hasCode, merge, post, thresholdCode } from '../wire/index.ts';
import type { CheckOptions } from './answer.ts';
import { askBehind } from './requests.ts';
import { addColumn, column, withList } from './scratch.ts';
import { answerTo, detailOf, tried, withDetail } from './site.ts';
import type { CheckedSite, Found } from './site.ts';

interface LongCheck {
  readonly id: string;
  /** How many rows it takes. */
  readonly rows: number;
  readonly answers: readonly string[];
  run(site: CheckedSite, list: string): Promise<Found>;
}

/** So many rows go out together; the signal is looked at in between. */
const portion = 100;

const text = (row: number): string => String(row * 2).padStart(8, '0');

async function throttledOr(ask: () => Promise<Found>): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    if (hasCode(error, thresholdCode)) return withDetail('throttled', detailOf(error));
    throw error;
  }
}

const longSorting = ({ wire }: CheckedSite, list: string): Promise<Found> =>
  throttledOr(async () => {
    await wire.send(askPage(list, { select: ['ID'], by: column, order: 'descending', top: 3 }));
    return 'works';
  });

const longTokens = (site: CheckedSite, list: string): Promise<Found> =>
  throttledOr(() => askBehind(site, list, [`${text(50)}5`, text(0), text(51)]));

/** The account of the system, which writes no rows here. */
const noAuthor = '1073741823';

/** Kantine asks for an author's own rows like this: the author narrows the list, and keys what is left. */
const authorFirst = ({ wire }: CheckedSite, list: string): Promise<Found> =>
  throttledOr(async () => {
    await wire.send(
      askIn(list, {
        select: ['Id'],
        column,
        type: 'Text',
        values: [text(0), text(1)],
        order: 'ascending',
        top: 2,
        author: noAuthor,
        narrowedBy: 'author',
      }),
    );
    return 'works';
  });

async function uniquenessOff({ wire }: CheckedSite, list: string): Promise<Found> {
  const field = `${list}/fields/getByInternalNameOrTitle('${column}')`;
  const { isDone, detail } = await tried(() =>
    wire.send(merge(field, { EnforceUniqueValues: false })),
  );
  if (!isDone) return withDetail('refused', detail);
  const after = await wire.send<{ EnforceUniqueValues: boolean }>(
    get(`${field}?$select=EnforceUniqueValues`),
  );
  return after.EnforceUniqueValues ? 'refused' : 'works';
}

/** The threshold is 5,000 rows; beyond 20,000 SharePoint changes no index any more. */
export const longChecks: readonly LongCheck[] = [
  { id: 'longSorting', rows: 5001, answers: ['works', 'throttled'], run: longSorting },
  {
    id: 'longTokens',
    rows: 5001,
    answers: ['works', 'refused', 'ignored', 'throttled'],
    run: longTokens,
  },
  { id: 'authorFirst', rows: 5001, answers: ['works', 'throttled'], run: authorFirst },
  { id: 'uniquenessOff', rows: 20_001, answers: ['works', 'refused'], run: uniquenessOff },
];

type LongOptions = CheckOptions & { readonly rows: number };

export async function tryLong(site: CheckedSite, options: LongOptions): Promise<void> {
  const { rows, tell, signal } = options;
  const wanted = longChecks.filter((check) => check.rows <= rows);
  try {
    await withList(site, async (list) => {
      await addColumn(site, list, "Indexed='TRUE' EnforceUniqueValues='TRUE'");
      const author = `${list}/fields/getByInternalNameOrTitle('Author')`;
      await site.wire.send(merge(author, { Indexed: true }));
      await fill(site, list, options);
      for (const { id, run } of wanted) {
        if (signal?.aborted === true) return;
        tell(await answerTo(id, () => run(site, list)));
      }
    });
  } catch (error) {
    if (signal?.aborted === true) return;
    for (const { id } of wanted) tell({ id, answer: 'failed', detail: detailOf(error) });
  }
}

async function fill(site: CheckedSite, list: string, options: LongOptions): Promise<void> {
  const { rows, signal, made } = options;
  for (let first = 0; first < rows; first += portion) {
    signal?.throwIfAborted();
    const some = Array.from({ length: Math.min(portion, rows - first) }, (_, at) =>
      post(`${list}/items`, { [column]: text(first + at) }),
    );
    await site.wire.perform(some);
    made?.(first + some.length, rows);
  }
}
