/** The setup row itself: for owners, and where an earlier version wrote it. */
import { askForRow, rowAnswered } from './row.ts';
import type { SetupRow } from './row.ts';
import type { Site } from './site.ts';

export async function wholeRow(site: Site): Promise<SetupRow> {
  const [answered] = await site.wire.batch([askForRow(site)]);
  return rowAnswered(answered);
}
