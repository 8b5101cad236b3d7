/**
 * Makes lists, each with permissions of its own before anything else happens: a list that inherits is
 * open to the whole site. Every step may be repeated, so that an attempt that broke off is continued by
 * the next one.
 */
import { Conflict } from '@kantine/core';
import type { ListSpec } from '../schema/index.ts';
import { merge, post } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import { findLists } from './found.ts';
import type { FoundLists } from './found.ts';
import { touched } from './prove-list.ts';
import { differing } from './differing.ts';
import { settingsOf } from './settings.ts';
import type { ListSettings } from './settings.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

type Named = Pick<ListSpec, 'name' | 'id'>;

/** Ends the inheritance of the site's permissions; nobody but who does it has a right then. */
export const protect = (site: Site, list: Named): RestRequest =>
  post(`${pathOf(site, list)}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`);

/** Into the recycle bin of the site, where it stays for 93 days. */
export const recycle = (site: Site, list: Named): RestRequest =>
  post(`${pathOf(site, list)}/recycle`);

/**
 * Makes lists that are not there, one after the other, and proves that nobody else touched them before
 * they were protected.
 *
 * @throws Conflict where somebody did; such a list is in the recycle bin then, and the next run makes it anew
 */
export async function makeNew(site: Site, lists: readonly ListSpec[]): Promise<FoundLists> {
  for (const list of lists) {
    // In one request, and both done before the next list: nothing else is open meanwhile.
    await site.wire.perform([
      post('web/lists', { Title: list.name, BaseTemplate: 100, ...settingsOf(list) }),
      protect(site, list),
    ]);
    site.stepDone?.();
  }
  const found = await findLists(site.wire);
  const missing = lists.find(({ name }) => !found.has(name));
  if (missing) throw new Conflict(`list ${missing.name}`);
  const spoilt = await touched(site, lists, found);
  await site.wire.perform(spoilt.map((list) => recycle(site, list)));
  if (spoilt[0]) throw new Conflict(`list ${spoilt[0].name}`);
  return found;
}

/** Gives lists that are there the settings that they need. @param recorded what they had after an earlier run */
export async function mendSettings(
  site: Site,
  lists: readonly ListSpec[],
  found: FoundLists,
  recorded: (list: ListSpec) => ListSettings | undefined,
): Promise<void> {
  const steps = lists.flatMap((list) => {
    const there = found.get(list.name);
    const wrong = there ? differing(settingsOf(list, recorded(list)), there.settings) : {};
    return Object.keys(wrong).length === 0 ? [] : [merge(pathOf(site, list), wrong)];
  });
  await site.wire.perform(steps);
}
