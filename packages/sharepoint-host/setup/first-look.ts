/** Whether a site is ready for its readers; what only owners see, and do, is fetched for owners alone. */
import { listPath, registryList } from '../schema/index.ts';
import { get, isRefusal, ownsSite } from '../wire/index.ts';
import type { BasePermissions, Outcome } from '../wire/index.ts';
import { coversAll, rowAnswered } from './covers.ts';
import { askForRow } from './row.ts';
import type { Site } from './site.ts';
import type { SetupState } from './state.ts';

export async function firstLook(site: Site): Promise<SetupState> {
  const [answered, permissions] = await site.wire.batch([
    askForRow(site),
    get('web/effectiveBasePermissions'),
  ]);
  const isOwner = permissions?.ok === true && ownsSite(permissions.value as BasePermissions);
  const row = rowAnswered(answered);
  // S-B1: SharePoint says 403 of the row to who came since; who is left out reads it.
  const isLeftOut =
    !isOwner && (isRefused(answered) || (row.leavesOut === true && !(await isLetIn(site))));
  if (!isOwner && !isLeftOut && coversAll(site, row)) return { kind: 'ready' };
  const { setupState } = await import(/* webpackChunkName: 'site-setup' */ './state.ts');
  return setupState(site, { row, isOwner, isLeftOut });
}

const isRefused = (answered: Outcome | undefined): boolean =>
  answered?.ok === false && isRefusal(answered.error, 403);

/** The list of containers stands for all. */
async function isLetIn({ wire, environment }: Site): Promise<boolean> {
  const [list] = await wire.batch([
    get(`${listPath(environment.webUrl, registryList.name)}?$select=Id`),
  ]);
  return list?.ok === true;
}
