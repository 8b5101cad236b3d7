/** Which of Kantine's lists are on a site, in one question. For owners: others see only some of them. */
import { get } from '../wire/index.ts';
import type { RestRequest, Wire } from '../wire/index.ts';
import { settingNames } from './differing.ts';

export interface FoundList {
  /** Its GUID. */
  readonly id: string;
  /** The last part of its address, which stays when somebody renames it. */
  readonly name: string;
  readonly title: string;
  readonly items: number;
  readonly made: string;
  /** Whether it has permissions of its own. One that inherits is read and written by the whole site. */
  readonly isProtected: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

export type FoundLists = ReadonlyMap<string, FoundList>;

interface Answered {
  readonly Id: string;
  readonly Title: string;
  readonly ItemCount: number;
  readonly Created: string;
  readonly HasUniqueRoleAssignments: boolean;
  readonly RootFolder: { readonly ServerRelativeUrl: string };
  readonly [setting: string]: unknown;
}

const selected = [
  'Id',
  'Title',
  'ItemCount',
  'Created',
  'HasUniqueRoleAssignments',
  'RootFolder/ServerRelativeUrl',
  ...settingNames,
];

/** A site holds 2,000 lists at most. */
export const askForLists: RestRequest = get(
  `web/lists?$select=${selected.join(',')}&$expand=RootFolder&$top=5000`,
);

/** @param answered what `askForLists` was answered. */
export function foundIn(answered: unknown): FoundLists {
  const found = new Map<string, FoundList>();
  for (const list of answered as readonly Answered[]) {
    const name = /\/Lists\/(Kantine\w+)$/.exec(list.RootFolder.ServerRelativeUrl)?.[1];
    if (name === undefined) continue;
    found.set(name, {
      id: list.Id,
      name,
      title: list.Title,
      items: list.ItemCount,
      made: list.Created,
      isProtected: list.HasUniqueRoleAssignments,
      settings: list,
    });
  }
  return found;
}

export const findLists = async (wire: Wire): Promise<FoundLists> =>
  foundIn(await wire.send(askForLists));

/** The lists by their GUIDs. */
export const byGuid = (found: FoundLists): ReadonlyMap<string, FoundList> =>
  new Map([...found.values()].map((list) => [list.id, list]));
