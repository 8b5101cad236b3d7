import { newGuid, timestamp, type Farm } from '../context/farm.ts';
import { fieldsOf } from '../fields/field.ts';
import { storedColumns } from '../items/table.ts';
import { countItems, findListByTitle, findListByUrl, type List } from '../lists/list.ts';
import { ensurePerson } from '../people/principals.ts';
import { quoted, type Parameter } from '../store/database.ts';
import { findWebByUrl, type Web } from '../webs/web.ts';

export interface ListReference {
  /** The server-relative URL of the site. */
  readonly site: string;
  /** The title of the list, or its server-relative URL. */
  readonly list: string;
}

/**
 * A row by internal names, as the table keeps it: numbers, text, booleans, dates as ISO text, ids of
 * lookups, arrays for columns of several values. Author and Editor are login names.
 */
export type BulkRow = Readonly<Record<string, unknown>>;

const CHUNK = 20_000;

/** Writes many rows past all checks, with the author and the time that each names. */
export function bulkLoad(farm: Farm, reference: ListReference, rows: Iterable<BulkRow>): number {
  const { web, list } = find(farm, reference);
  const names = columnsOf(farm, list);
  const sql = `INSERT INTO ${list.table} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  const people = new Map<string, number>();
  const start =
    farm.db.one<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?', [list.table])
      ?.seq ?? 0;
  let count = 0;
  let chunk: Parameter[][] = [];
  const flush = (): void => {
    farm.db.transaction(() => chunk.forEach((parameters) => farm.db.run(sql, parameters)));
    chunk = [];
  };
  const restoreIndexes = list.itemCount === 0 ? takeIndexes(farm, list) : () => undefined;
  for (const row of rows) {
    count += 1;
    const complete = completed(farm, web, list, row, start + count, people);
    chunk.push(names.map((name) => cellOf(complete[name])));
    if (chunk.length >= CHUNK) flush();
  }
  flush();
  restoreIndexes();
  countItems(farm, list, count);
  return count;
}

/** An index made over rows that are there is built faster than one that grows with each row. */
function takeIndexes(farm: Farm, list: List): () => void {
  const indexes = farm.db.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
    [list.table],
  );
  for (const { name } of indexes) farm.db.exec(`DROP INDEX ${quoted(name)}`);
  return () => indexes.forEach(({ sql }) => farm.db.exec(sql));
}

function find(farm: Farm, reference: ListReference): { web: Web; list: List } {
  const web = findWebByUrl(farm, reference.site);
  if (!web) throw new Error(`There is no site ${reference.site}.`);
  const list =
    findListByTitle(farm, web.id, reference.list) ?? findListByUrl(farm, web.id, reference.list);
  if (!list) throw new Error(`The site ${reference.site} has no list '${reference.list}'.`);
  return { web, list };
}

/** Only columns that the table really has: computed ones have no cell. */
function columnsOf(farm: Farm, list: List): string[] {
  const fields = new Set(fieldsOf(farm, list.id).map((field) => field.internalName));
  return storedColumns(farm.db, list).filter((name) => fields.has(name) && name !== 'CheckoutUser');
}

/** What SharePoint would have stamped, unless the row says otherwise. */
function completed(
  farm: Farm,
  web: Web,
  list: List,
  row: BulkRow,
  nextId: number,
  people: Map<string, number>,
): Record<string, unknown> {
  const id = Number(row.ID ?? nextId);
  const created = row.Created ?? timestamp(farm.now());
  const author = personId(farm, web, row.Author, people);
  const editor = row.Editor === undefined ? author : personId(farm, web, row.Editor, people);
  return {
    ContentTypeId: `0x0100${list.id.replaceAll('-', '').toUpperCase()}`,
    FileDirRef: list.url,
    FileLeafRef: `${id}_.000`,
    FSObjType: 0,
    Attachments: 0,
    owshiddenversion: 1,
    _UIVersionString: '1.0',
    UniqueId: newGuid(),
    GUID: newGuid(),
    ...row,
    ID: id,
    Created: created,
    Modified: row.Modified ?? created,
    Author: author,
    Editor: editor,
  };
}

function personId(farm: Farm, web: Web, login: unknown, people: Map<string, number>): number {
  if (typeof login !== 'string') throw new Error('A bulk row has to name its Author by login.');
  let id = people.get(login);
  if (id === undefined) {
    id = ensurePerson(farm, web.siteId, login)?.id;
    if (id === undefined) throw new Error(`The directory has nobody called '${login}'.`);
    people.set(login, id);
  }
  return id;
}

function cellOf(content: unknown): Parameter {
  if (content === undefined || content === null || content === '') return null;
  if (typeof content === 'boolean') return content ? 1 : 0;
  if (typeof content === 'number' || typeof content === 'string') return content;
  if (content instanceof Date) return timestamp(content);
  return JSON.stringify(content);
}
