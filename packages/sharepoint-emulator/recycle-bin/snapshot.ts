import type { Farm } from '../context/farm.ts';
import type { ItemCells } from '../items/cells.ts';
import { storedColumns } from '../items/table.ts';
import type { List } from '../lists/list.ts';
import { quoted, type Parameter } from '../store/database.ts';

/** What belongs to an item in other tables, by its number. */
const TABLES = ['attachments', 'files', 'item_versions'] as const;

/** A cell in JSON: binary content travels as Base64. */
type StoredCell = string | number | null | { readonly binary: string };
type StoredRow = Readonly<Record<string, StoredCell>>;

/** An item with all that goes when it goes, as text that the recycle bin keeps. */
interface Snapshot {
  readonly item: StoredRow;
  readonly rows: Readonly<Record<string, readonly StoredRow[]>>;
  /** Role assignments of the item's own scope. */
  readonly assignments: readonly StoredRow[];
}

export function takeSnapshot(farm: Farm, list: List, item: ItemCells): string {
  const { db } = farm;
  const rows = Object.fromEntries(
    TABLES.map((table) => [
      table,
      db.all(`SELECT * FROM ${table} WHERE listNumber = ? AND itemId = ?`, [list.number, item.ID]),
    ]),
  );
  const scope = item['!scope'];
  const assignments =
    typeof scope === 'string'
      ? db.all('SELECT * FROM role_assignments WHERE scopeId = ?', [scope])
      : [];
  const stored = db.one(`SELECT * FROM ${list.table} WHERE "ID" = ?`, [item.ID]);
  return JSON.stringify({ item: stored, rows, assignments }, (_, cell: unknown) =>
    cell instanceof Uint8Array ? { binary: Buffer.from(cell).toString('base64') } : cell,
  );
}

/** Writes the item back under its old number. Columns that the list lost since are left out. */
export function putBack(farm: Farm, list: List, snapshot: string): void {
  const { item, rows, assignments } = JSON.parse(snapshot) as Snapshot;
  const columns = new Set(storedColumns(farm.db, list));
  const kept = Object.entries(item).filter(([name]) => columns.has(name));
  insert(farm, list.table, Object.fromEntries(kept));
  for (const [table, all] of Object.entries(rows)) for (const row of all) insert(farm, table, row);
  for (const row of assignments) insert(farm, 'role_assignments', row);
}

function insert(farm: Farm, table: string, row: StoredRow): void {
  const names = Object.keys(row);
  const marks = names.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${marks})`;
  farm.db.run(sql, Object.values(row).map(parameterOf));
}

const parameterOf = (cell: StoredCell): Parameter =>
  typeof cell === 'object' && cell !== null
    ? new Uint8Array(Buffer.from(cell.binary, 'base64'))
    : cell;
