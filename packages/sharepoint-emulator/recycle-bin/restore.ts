import { recordChange } from '../changes/record.ts';
import type { Context } from '../context/context.ts';
import type { Farm } from '../context/farm.ts';
import { invalidArgument, listIdNotFound } from '../errors.ts';
import { countItems, findListById, takeFromBin } from '../lists/list.ts';
import { putBack } from './snapshot.ts';
import { forget, type Recycled } from './store.ts';

/** SharePoint restores no list beside another one of its name. */
function restoreList(farm: Farm, { listId, webId }: Recycled): void {
  try {
    takeFromBin(farm, listId, webId);
  } catch (error) {
    if (!(error as Error).message.includes('UNIQUE constraint failed')) throw error;
    throw invalidArgument('A list of the same name is there already.');
  }
}

/** Brings an item back where it was, under its number, with attachments, history and permissions. */
export function restore(context: Context, recycled: Recycled): void {
  const { farm } = context;
  if (recycled.snapshot === null || recycled.itemId === null) {
    restoreList(farm, recycled);
    forget(context, recycled.id);
    return;
  }
  const list = findListById(farm, recycled.listId);
  if (!list) throw listIdNotFound();
  try {
    putBack(farm, list, recycled.snapshot);
  } catch (error) {
    if (!(error as Error).message.includes('UNIQUE constraint failed')) throw error;
    throw invalidArgument('An item with the same values is there already.');
  }
  forget(context, recycled.id);
  countItems(farm, list, 1);
  recordChange(context, 'restore', list.id, recycled.itemId);
}
