/** Lists and groups that live as long as a check. Their names are random and tell nothing. */
import { randomName } from '../setup/random-name.ts';
import { get, post } from '../wire/index.ts';
import { remove } from './site.ts';
import type { CheckedSite } from './site.ts';

/** All begin like this, so that an owner knows them and a later check finds what an earlier one left. */
const prefix = 'KantineCheck';
const pattern = /^KantineCheck[a-z2-7]{26}$/;

/** A list that is older was left behind by a page that was closed. In milliseconds. */
const leftBehindAfter = 60 * 60 * 1000;

/** 26 characters that nobody can guess. */
export const newToken = (): string => randomName().slice(-26);

export const nameOf = (token: string): string => `${prefix}${token}`;

export const isToken = (text: string): boolean => pattern.test(nameOf(text));

export const listById = (id: string): string => `web/lists(guid'${id}')`;
export const groupById = (id: number): string => `web/siteGroups/getById(${id})`;

export interface ScratchList {
  /** Below `_api/`. */
  readonly path: string;
  readonly name: string;
}

/** Makes a list that no page shows and no search finds. */
export async function makeList(
  { wire }: CheckedSite,
  settings: Readonly<Record<string, unknown>> = {},
  name = nameOf(newToken()),
): Promise<ScratchList> {
  const body = { Title: name, BaseTemplate: 100, Hidden: true, NoCrawl: true, ...settings };
  const { Id } = await wire.send<{ Id: string }>(post('web/lists', body));
  return { path: listById(Id), name };
}

export async function makeGroup({ wire }: CheckedSite, name = nameOf(newToken())): Promise<number> {
  const body = { Title: name, Description: 'Made by a check of Kantine' };
  return (await wire.send<{ Id: number }>(post('web/siteGroups', body))).Id;
}

export const removeGroup = ({ wire }: CheckedSite, id: number): Promise<unknown> =>
  wire.send(post(`web/siteGroups/removeById(${id})`));

/** Lends a list to a check, and takes it away whatever comes of it. */
export async function withList<T>(
  site: CheckedSite,
  use: (list: string) => Promise<T>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const { path } = await makeList(site, settings);
  try {
    return await use(path);
  } finally {
    await site.wire.send(remove(path));
  }
}

/** Lends two groups, of which neither owns the other. */
export async function withGroups<T>(
  site: CheckedSite,
  use: (group: number, other: number) => Promise<T>,
): Promise<T> {
  const made: number[] = [];
  try {
    made.push(await makeGroup(site), await makeGroup(site));
    return await use(made[0] as number, made[1] as number);
  } finally {
    // A group that owns another goes behind it.
    for (const id of made) await removeGroup(site, id);
  }
}

/** The column that checks sort and filter by. */
export const column = 'KantineCheck';

/** @param more attributes of a Field element, such as `Indexed='TRUE'` */
export const addColumn = ({ wire }: CheckedSite, list: string, more: string): Promise<unknown> =>
  wire.send(
    post(`${list}/fields/createFieldAsXml`, {
      parameters: {
        SchemaXml: `<Field Type='Text' MaxLength='255' Name='${column}' StaticName='${column}' DisplayName='${column}' ${more}/>`,
        Options: 8,
      },
    }),
  );

interface Left {
  readonly Id: string;
  readonly Title: string;
  readonly Created: string;
  readonly Hidden: boolean;
}

interface LeftGroup {
  readonly Id: number;
  readonly Title: string;
  readonly Owner?: { readonly Id: number };
}

/**
 * Takes away what pages left that were closed before their check ended. Others may name a list or a
 * group like ours: lists go into the recycle bin only, and groups only where the reader owns them.
 */
export async function sweep(site: CheckedSite): Promise<void> {
  const { wire } = site;
  const lists = await wire.send<readonly Left[]>(get('web/lists?$select=Id,Title,Created,Hidden'));
  const old = lists.filter(
    ({ Title, Created, Hidden }) =>
      Hidden && pattern.test(Title) && Date.parse(Created) + leftBehindAfter < wire.serverNow(),
  );
  if (old.length === 0) return;
  const { Id: me } = await wire.send<{ Id: number }>(get('web/currentUser?$select=Id'));
  const groups = await wire.send<readonly LeftGroup[]>(
    get('web/siteGroups?$select=Id,Title,Owner/Id&$expand=Owner'),
  );
  const names = new Set(old.map(({ Title }) => Title));
  for (const { Id, Title, Owner } of groups) {
    if (names.has(Title) && Owner?.Id === me) await removeGroup(site, Id);
  }
  for (const { Id } of old) await wire.send(post(`${listById(Id)}/recycle`));
}
