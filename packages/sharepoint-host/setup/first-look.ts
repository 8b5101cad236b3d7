/** Whether a site is ready for its readers; what only owners see, and do, is fetched for owners alone. */
import { getBare, ownsSite } from '../wire/index.ts';
import type { BasePermissions } from '../wire/index.ts';
import type { FetchSite, Page } from './site.ts';
import type { SetupState } from './state.ts';
import { askForSummary, summaryAnswered } from './summary.ts';

export async function firstLook(page: Page, site: FetchSite): Promise<SetupState> {
  const [answered, permissions] = await page.wire.batch([
    askForSummary(page),
    getBare('web/effectiveBasePermissions'),
  ]);
  const isOwner = permissions?.ok === true && ownsSite(permissions.value as BasePermissions);
  const summary = summaryAnswered(answered);
  const row = isOwner || !summary ? await (await whole()).wholeRow(page) : summary;
  // Owners alone are told what an update would add: others would be shown nothing of it.
  const isSetUp = (row.schemaVersion ?? 0) > 0;
  if (!isOwner && isSetUp && (!row.leavesOut || (await isLetIn(page)))) return { kind: 'ready' };
  const { setupState } = await import(/* webpackChunkName: 'site-setup' */ './state.ts');
  return setupState(await site(), { answered, row, isOwner });
}

const whole = () => import(/* webpackChunkName: 'setup-row' */ './whole-row.ts');

/** Asked only where an owner left somebody out; it comes with what every page fetches anyway. */
const isLetIn = async (page: Page): Promise<boolean> =>
  (await import(/* webpackChunkName: 'watch' */ './let-in.ts')).isLetIn(page);
