/** Whether a site group can be given to another one. */
import { isKantineError } from '@kantine/core';
import { setGroupOwner } from '../setup/process-query.ts';
import { get, post } from '../wire/index.ts';
import { groupById, withGroups } from './scratch.ts';
import { tried, withDetail } from './site.ts';
import type { Check, CheckedSite, Found } from './site.ts';

async function ownerOf({ wire }: CheckedSite, group: number): Promise<number> {
  const path = `${groupById(group)}?$select=Owner/Id&$expand=Owner`;
  return (await wire.send<{ Owner: { Id: number } }>(get(path))).Owner.Id;
}

const groupOwner = (site: CheckedSite): Promise<Found> =>
  withGroups(site, async (group, other) => {
    const { isDone, detail } = await tried(() =>
      site.wire.send(post(`${groupById(group)}/SetUserAsOwner(${other})`)),
    );
    if (!isDone) return withDetail('refused', detail);
    return (await ownerOf(site, group)) === other ? 'works' : 'ignored';
  });

const clientObjects = (site: CheckedSite): Promise<Found> =>
  withGroups(site, async (group, other) => {
    try {
      await setGroupOwner({ ...site, collections: [] }, other, [group]);
    } catch (error) {
      if (!isKantineError(error, 'Conflict')) throw error;
      return withDetail('refused', /^\d{3}/.exec((error.cause as Error).message)?.[0] ?? '');
    }
    return (await ownerOf(site, group)) === other ? 'works' : 'refused';
  });

export const groupChecks: readonly Check[] = [
  { id: 'groupOwner', answers: ['refused', 'ignored', 'works'], run: groupOwner },
  { id: 'clientObjects', answers: ['works', 'refused'], run: clientObjects },
];
