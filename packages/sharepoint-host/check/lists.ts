/** What lists of an owner show. */
import { get, merge, post } from '../wire/index.ts';
import { addColumn, withList } from './scratch.ts';
import { remove, tried, withDetail } from './site.ts';
import type { Check, CheckedSite, Found } from './site.ts';

/** Dates of lists have whole seconds. */
const pause = 2000;

const uniqueBesideReadSecurity = (site: CheckedSite): Promise<Found> =>
  withList(site, async (list) => {
    await addColumn(site, list, "Indexed='TRUE' EnforceUniqueValues='TRUE'");
    const { isDone, detail } = await tried(() => site.wire.send(merge(list, { ReadSecurity: 2 })));
    if (!isDone) return withDetail('refused', detail);
    const { ReadSecurity } = await site.wire.send<{ ReadSecurity: number }>(
      get(`${list}?$select=ReadSecurity`),
    );
    return ReadSecurity === 2 ? 'works' : 'refused';
  });

const deletedDate = (site: CheckedSite): Promise<Found> =>
  withList(site, async (list) => {
    const { wire, environment } = site;
    const read = async (): Promise<string> => {
      const select = 'LastItemModifiedDate';
      return (await wire.send<{ [select]: string }>(get(`${list}?$select=${select}`)))[select];
    };
    const { Id } = await wire.send<{ Id: number }>(post(`${list}/items`, { Title: 'one' }));
    const before = await read();
    await environment.wait(pause);
    await wire.send(remove(`${list}/items(${Id})`));
    return (await read()) === before ? 'stays' : 'moves';
  });

export const listChecks: readonly Check[] = [
  {
    id: 'uniqueBesideReadSecurity',
    answers: ['refused', 'works'],
    run: uniqueBesideReadSecurity,
  },
  { id: 'deletedDate', answers: ['moves', 'stays'], run: deletedDate },
];
