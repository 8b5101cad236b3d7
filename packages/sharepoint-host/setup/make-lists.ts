/**
 * Makes lists, or what is missing of them, each with permissions of its own before anything else
 * happens: a list that inherits is open to the whole site. Every step may be repeated, so that an
 * attempt that broke off is continued by the next one.
 */
import { Conflict } from '@kantine/core';
import type { ListSpec } from '../schema/index.ts';
import { merge, post } from '../wire/index.ts';
import type { Operation } from '../wire/index.ts';
import { findLists } from './found.ts';
import type { FoundLists } from './found.ts';
import { differing, settingsOf } from './settings.ts';
import type { ListSettings } from './settings.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

/** Ends the inheritance of the site's permissions; nobody but who does it has a right then. */
export const protect = (site: Site, list: Pick<ListSpec, 'name'>): Operation =>
  post(`${pathOf(site, list)}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`);

/** Into the recycle bin of the site, where it stays for 93 days. */
export const recycle = (site: Site, list: Pick<ListSpec, 'name'>): Operation =>
  post(`${pathOf(site, list)}/recycle`);

const make = (site: Site, list: ListSpec): Operation[] => [
  post('web/lists', { Title: list.name, BaseTemplate: 100, ...settingsOf(list) }),
  protect(site, list),
];

/**
 * @param recorded the settings that a list had after an earlier run.
 * @throws Conflict where a list of another kind has the name of one of these
 */
export async function makeLists(
  site: Site,
  lists: readonly ListSpec[],
  recorded: (list: ListSpec) => ListSettings | undefined = () => undefined,
): Promise<FoundLists> {
  const before = await findLists(site.wire);
  const steps = lists.flatMap((list): Operation[] => {
    const found = before.get(list.name);
    if (!found) return make(site, list);
    const wrong = differing(settingsOf(list, recorded(list)), found.settings);
    return [
      ...(found.isProtected ? [] : [protect(site, list)]),
      ...(Object.keys(wrong).length === 0 ? [] : [merge(pathOf(site, list), wrong)]),
    ];
  });
  if (steps.length === 0) return before;
  await site.wire.perform(steps);
  const after = await findLists(site.wire);
  for (const { name } of lists) {
    if (after.get(name)?.isProtected !== true) throw new Conflict(`list ${name}`);
  }
  return after;
}
