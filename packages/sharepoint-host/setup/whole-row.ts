/** The setup row itself: for owners, and where an earlier version wrote it. */
import { askForRow, rowAnswered } from './row.ts';
import type { SetupRow } from './row.ts';
import type { Page } from './site.ts';

export async function wholeRow(page: Page): Promise<SetupRow> {
  const [answered] = await page.wire.batch([askForRow(page)]);
  return rowAnswered(answered);
}
