/** A site as the version before the shared lists of small collections left it. */
import { columns, listPath, listPathById, setupList } from '../schema/index.ts';
import { shelfNames } from '../schema/lists.ts';
import { rowPath } from '../setup/closed-row.ts';
import { environmentOf, get, merge, post } from '../wire/index.ts';
import { closedRows } from './closed.ts';
import type { Organisation } from './organisation.ts';

const laterKinds = ['KantineMoreIn', 'KantineDeskIn'];

type Lists = Readonly<Record<string, { readonly id?: string }>>;

const without = (lists: Lists, kinds: readonly string[]): Lists =>
  Object.fromEntries(Object.entries(lists).filter(([kind]) => !kinds.includes(kind)));

/** Takes away what that version did not make, and what it did not know of. */
export async function takeShelvesAway(organisation: Organisation): Promise<void> {
  const wire = organisation.wireOf('owner');
  const environment = environmentOf(organisation.contextOf('owner'));
  const shared = Object.values(shelfNames);
  const drop = (path: string) => post(`${path}/recycle`);
  await wire.perform(shared.map((name) => drop(listPath(environment.webUrl, name))));

  const items = `${listPath(environment.webUrl, setupList.name)}/items`;
  const [row] = await wire.send<readonly { Id: number; KtFields: string }[]>(
    get(`${items}?$select=Id,${columns.fields}`),
  );
  const known = JSON.parse(row?.KtFields ?? '{}') as { lists: Lists };
  const lists = without(known.lists, [...shared, ...laterKinds]);
  const change = { [columns.fields]: JSON.stringify({ ...known, lists }) };
  await wire.send(merge(`${items}(${row?.Id ?? 0})`, change));

  for (const { id, row: closed } of (await closedRows(organisation)).values()) {
    const later = laterKinds.flatMap((kind) => closed.lists[kind]?.id ?? []);
    await wire.perform(later.map((list) => drop(listPathById(list))));
    const fields = { ...closed, container: undefined, lists: without(closed.lists, laterKinds) };
    await wire.send(merge(rowPath(environment, id), { [columns.fields]: JSON.stringify(fields) }));
  }
}
