/** Subscribing to who writes, or to one of their series: a choice of one's own that nobody else is told of. */
import { removeIfThere } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys, maxIn, rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { preferences } from '../preferences/preference.ts';

/** A writer, or one series of theirs. */
export interface Subscription {
  readonly writer: PersonId;
  readonly series?: string | undefined;
}

const seriesPrefix = 'follow:series:';

/** One row a writer or series. */
export const subscriptionKey = ({ writer, series }: Subscription): string =>
  series === undefined
    ? `follow:writer:${writer}`
    : seriesPrefix + JSON.stringify([writer, series]);

const kinds = ['writer', 'series'] as const;

export async function subscribe({ store, identity }: Host, chosen: Subscription): Promise<void> {
  const fields = {
    kind: chosen.series === undefined ? 'writer' : 'series',
    group: '',
    person: chosen.writer,
  };
  const own = personContainer(await identity.me());
  await store.insert(preferences, own, subscriptionKey(chosen), fields);
}

/** To take back what was never chosen changes nothing. */
export async function unsubscribe({ store, identity }: Host, chosen: Subscription): Promise<void> {
  const me = await identity.me();
  const query = byKeys(preferences, personContainer(me), me, [subscriptionKey(chosen)]);
  const [{ records }] = await store.read([query]);
  for (const record of records) await removeIfThere(store, preferences, record);
}

/** The query for whom a person follows: the newest 60 writers and 60 series. */
export const subscribedBy = (me: PersonId) =>
  rows(preferences, {
    container: personContainer(me),
    index: 'byKind',
    in: kinds,
    order: 'descending',
    limit: maxIn,
  });

/** Rows that do not fit their key are nobody's choice. */
export const subscriptionsIn = (
  records: readonly RecordOf<typeof preferences>[],
): readonly Subscription[] =>
  records
    .filter((record) => isWellFormed(preferences, record))
    .flatMap(({ key, fields: { kind, person: writer } }) => {
      const series = kind === 'series' ? seriesIn(key, writer) : undefined;
      const chosen = series === undefined ? { writer } : { writer, series };
      return kind === (series === undefined ? 'writer' : 'series') &&
        subscriptionKey(chosen) === key
        ? [chosen]
        : [];
    });

export async function readSubscriptions({
  store,
  identity,
}: Host): Promise<readonly Subscription[]> {
  const [{ records }] = await store.read([subscribedBy(await identity.me())]);
  return subscriptionsIn(records);
}

function seriesIn(key: string, writer: PersonId): string | undefined {
  const begin = `${seriesPrefix}[${JSON.stringify(writer)},`;
  if (!key.startsWith(begin) || !key.endsWith(']')) return undefined;
  try {
    const series: unknown = JSON.parse(key.slice(begin.length, -1));
    return typeof series === 'string' ? series : undefined;
  } catch {
    return undefined;
  }
}
