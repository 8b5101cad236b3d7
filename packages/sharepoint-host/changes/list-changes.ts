/** What the watcher asks of SharePoint: the dates of lists, and which rows were changed. */
import { columns, isoSeconds, listPath, ownerDigest, parsed } from '../schema/index.ts';
import { answerOf, get, isRefusal } from '../wire/index.ts';
import type {
  BasePermissions,
  Environment,
  RestRequest,
  Outcome,
  Row,
  Wire,
} from '../wire/index.ts';
import type { ListState } from './ledger.ts';
import type { ListRow, ListChanges, Told } from './looker.ts';

/** Of more changed rows than that a page need not know which: it reads again. */
const mostRows = 60;
/** An address may be 2,000 characters long. */
const longestFilter = 1_200;

interface AnsweredList {
  readonly LastItemModifiedDate: string;
  readonly LastItemDeletedDate: string;
  readonly ItemCount: number;
  readonly EffectiveBasePermissions?: BasePermissions;
  readonly RootFolder: { readonly Name: string };
}

const rowColumns = ['Id', 'AuthorId', 'Created', 'Modified', columns.owner, columns.key];

/** One request tells of all lists. They are told apart by their addresses: an owner may rename them. */
function askForStates(
  names: readonly string[],
  isAsked: boolean,
  areRightsTold: boolean,
): RestRequest {
  const byTitle = names.map((name) => `Title eq '${name}'`).join(' or ');
  const isWide = isAsked || byTitle.length > longestFilter;
  const dates = 'LastItemModifiedDate,LastItemDeletedDate,ItemCount,RootFolder/Name';
  const select = areRightsTold ? `${dates},EffectiveBasePermissions` : dates;
  const filter = encodeURIComponent(isWide ? 'Hidden eq true' : byTitle);
  return get(`web/lists?$select=${select}&$expand=RootFolder&$filter=${filter}`);
}

export function listChanges({ webUrl, now }: Environment, wire: Wire): ListChanges {
  /** Whether lists have to be told apart by their addresses, or several titles may not stand in a filter. */
  let isWide = false;
  /** Whether the reader's rights come with the dates. */
  let areRightsTold = true;

  const askForRows = (name: string, since: number): RestRequest => {
    const filter = encodeURIComponent(`Modified ge datetime'${isoSeconds(since)}'`);
    const path = `${listPath(webUrl, name)}/items`;
    return get(`${path}?$select=${rowColumns.join(',')}&$filter=${filter}&$top=${mostRows + 1}`);
  };

  async function askAll(requests: readonly RestRequest[]): Promise<readonly Outcome[]> {
    const [only, ...more] = requests as [RestRequest, ...RestRequest[]];
    if (more.length > 0) return wire.batch(requests);
    return [{ ok: true, value: await wire.send(only) }];
  }

  async function askOnce(
    lists: readonly string[],
    since: ReadonlyMap<string, number>,
  ): Promise<Told> {
    const asked = [...since.keys()];
    const [first, ...others] = await askAll([
      askForStates(lists, isWide, areRightsTold),
      ...asked.map((name) => askForRows(name, since.get(name) as number)),
    ]);
    const states = new Map(answerOf<readonly AnsweredList[]>(first).map(stateIn));
    if (lists.some((name) => !states.has(name))) isWide = true;
    const rows = new Map<string, readonly ListRow[]>();
    for (const [position, name] of asked.entries()) {
      const outcome = others[position];
      if (outcome?.ok !== true) continue;
      const found = outcome.value as readonly Row[];
      if (found.length <= mostRows) rows.set(name, found.map(rowIn));
    }
    return { states, rows, now: wire.serverNow() };
  }

  return {
    async ask(lists, since) {
      try {
        return await askOnce(lists, since);
      } catch (error) {
        if (!isRefusal(error, 400) || (isWide && !areRightsTold)) throw error;
        if (isWide) areRightsTold = false;
        isWide = true;
        return this.ask(lists, since);
      }
    },
    ahead: () => wire.serverNow() - now(),
    async useOf({ author, key, owner }, { uses }) {
      for (const use of uses) {
        if ((await ownerDigest(use, author, key)) === owner) return use;
      }
      return undefined;
    },
  };
}

const stateIn = (list: AnsweredList): readonly [string, ListState] => [
  list.RootFolder.Name,
  {
    modified: Date.parse(list.LastItemModifiedDate),
    deleted: Date.parse(list.LastItemDeletedDate),
    count: list.ItemCount,
    rights: list.EffectiveBasePermissions,
  },
];

/** A key that somebody wrote by hand may be what no text can be made of. */
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const rowIn = (row: Row): ListRow => ({
  id: String(row.Id),
  version: row['odata.etag'],
  created: Date.parse(row.Created),
  modified: Date.parse(row.Modified),
  author: String(row.AuthorId),
  key: textIn(parsed(row[columns.key])),
  owner: String(row[columns.owner]),
});
