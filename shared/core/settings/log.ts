/** What owners changed, when, and who it was: for owners. */
import { admitPage } from '../kernel/admit.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { officeContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import type { Instant } from '../kernel/record.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { settings } from './collection.ts';
import type { SettingRecord } from './collection.ts';
import { settingKey } from './read-settings.ts';

export interface LogEntry {
  readonly by: PersonSummary;
  readonly at: Instant;
  /** What was changed: `allowance`, `languages`, `staff`, or `value:` with its id. */
  readonly of: string;
  /** What holds since, as JSON. */
  readonly said: string;
}

const mostShown = 20;

const isChange = (record: SettingRecord): boolean =>
  isWellFormed(settings, record) &&
  record.fields.kind === 'change' &&
  record.key === settingKey('change', record.fields.name);

function saidIn({ fields }: SettingRecord): { readonly of: string; readonly said: string } {
  try {
    const { of, said } = JSON.parse(fields.said) as { readonly of?: unknown; said?: unknown };
    return { of: typeof of === 'string' ? of : '', said: JSON.stringify(said ?? null) };
  } catch {
    return { of: '', said: '' };
  }
}

/** The newest twenty. @throws Forbidden to who is no owner of the host */
export async function readLog(host: Host): Promise<readonly LogEntry[]> {
  const { store, directory } = host;
  const newest = rows(settings, {
    container: officeContainer,
    index: 'byKind',
    eq: 'change',
    order: 'descending',
    limit: mostShown,
  });
  const [first] = await store.read([newest]);
  const { records } = await admitPage(store, newest, first, isChange);
  const person = await peopleFinder(
    directory,
    records.map(({ author }) => author),
  );
  return records
    .slice(0, mostShown)
    .map((record) => ({ by: person(record.author), at: record.created, ...saidIn(record) }));
}
