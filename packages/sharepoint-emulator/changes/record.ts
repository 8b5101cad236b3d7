import { timestamp, type Farm } from '../context/farm.ts';
import type { Context } from '../context/context.ts';

/** ChangeType of the change log. */
export const ChangeType = { add: 1, update: 2, delete: 3, restore: 7 } as const;

export function recordChange(
  context: Context,
  kind: keyof typeof ChangeType,
  listId: string,
  itemId: number,
): void {
  context.farm.db.run(
    'INSERT INTO changes (webId, listId, itemId, kind, time) VALUES (?, ?, ?, ?, ?)',
    [context.web.id, listId, itemId, ChangeType[kind], timestamp(context.farm.now())],
  );
}

/** When an item of the list was deleted last, if ever. */
export function lastDeletion(farm: Farm, listId: string): string | undefined {
  const sql = 'SELECT time FROM changes WHERE listId = ? AND kind = ? ORDER BY id DESC LIMIT 1';
  return farm.db.one<{ time: string }>(sql, [listId, ChangeType.delete])?.time;
}
