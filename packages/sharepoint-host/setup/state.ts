/** Whether the lists are there, in which version, and who can set them up. */
import { columns, listPath, setupList } from '../schema/index.ts';
import { answerOf, get, isRefusal, merge, post } from '../wire/index.ts';
import type { Site } from './provision.ts';
import type { BasePermissions } from '../containers/permissions.ts';
import { ownsSite } from '../containers/permissions.ts';

/** Raised whenever lists or columns are added; provisioning then adds them to what is there. */
export const schemaVersion = 2;

const rowKey = 'schema';

export type SetupState =
  | { readonly kind: 'ready' }
  /** Nobody set it up yet, or only in part, or for an earlier version. */
  | {
      readonly kind: 'missing' | 'outdated';
      /** The reader's own right to do it. */
      readonly canSetUp: boolean;
      /** Who can; empty where the site does not say. */
      readonly owners: readonly string[];
    };

interface VersionRow {
  readonly Id: number;
  readonly KtFields: string | null;
}

const rowsPath = ({ environment }: Site): string =>
  `${listPath(environment.webUrl, setupList.name)}/items`;
const findRow = (site: Site): string =>
  `${rowsPath(site)}?$select=Id,${columns.fields}&$filter=${columns.slot} eq '${rowKey}'&$top=1`;

/** Written last: whoever reads it finds everything else in place. */
export async function recordVersion(site: Site): Promise<void> {
  const [row] = await site.wire.send<readonly VersionRow[]>(get(findRow(site)));
  const body = { [columns.slot]: rowKey, [columns.fields]: JSON.stringify({ schemaVersion }) };
  if (!row) await site.wire.send(post(rowsPath(site), body));
  else if (versionIn(row) !== schemaVersion) {
    await site.wire.send(merge(`${rowsPath(site)}(${row.Id})`, body));
  }
}

function versionIn(row: VersionRow | undefined): number {
  try {
    const { schemaVersion: version } = JSON.parse(row?.KtFields ?? '{}') as Record<string, unknown>;
    return typeof version === 'number' ? version : 0;
  } catch {
    return 0;
  }
}

export async function setupState(site: Site): Promise<SetupState> {
  const [row, permissions, owners] = await site.wire.batch([
    get(findRow(site)),
    get('web/effectiveBasePermissions'),
    get('web/associatedOwnerGroup/users?$select=Title'),
  ]);
  // Without its list, its columns (400) or its permissions nobody finished setting up.
  const isUnfinished = row?.ok === false && [400, 403, 404].some((at) => isRefusal(row.error, at));
  const version = isUnfinished ? 0 : versionIn(answerOf<readonly VersionRow[]>(row)[0]);
  if (version >= schemaVersion) return { kind: 'ready' };
  return {
    kind: version === 0 ? 'missing' : 'outdated',
    canSetUp: permissions?.ok === true && ownsSite(permissions.value as BasePermissions),
    owners: owners?.ok ? (owners.value as { Title: string }[]).map(({ Title }) => Title) : [],
  };
}
