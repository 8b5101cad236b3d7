/** Whether the lists are there, in which version, and who can set them up. */
import { columns, listPath, setupList } from '../schema/index.ts';
import { answerOf, get, isRefusal, merge, post } from '../wire/index.ts';
import type { Setting } from './provision.ts';

/** Raised whenever lists or columns are added; provisioning then adds them to what is there. */
export const schemaVersion = 1;

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

const rowsPath = ({ environment }: Setting): string =>
  `${listPath(environment.webUrl, setupList.name)}/items`;
const findRow = (setting: Setting): string =>
  `${rowsPath(setting)}?$select=Id,${columns.fields}&$filter=${columns.slot} eq '${rowKey}'&$top=1`;

/** Written last: whoever reads it finds everything else in place. */
export async function recordVersion(setting: Setting): Promise<void> {
  const [row] = await setting.wire.send<readonly VersionRow[]>(get(findRow(setting)));
  const body = { [columns.slot]: rowKey, [columns.fields]: JSON.stringify({ schemaVersion }) };
  if (!row) await setting.wire.send(post(rowsPath(setting), body));
  else if (versionIn(row) !== schemaVersion) {
    await setting.wire.send(merge(`${rowsPath(setting)}(${row.Id})`, body));
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

/** ManageWeb, bit 31 of SharePoint's permissions: who has it owns the site. */
const manageWeb = 1 << 30;

export async function setupState(setting: Setting): Promise<SetupState> {
  const [row, permissions, owners] = await setting.wire.batch([
    get(findRow(setting)),
    get('web/effectiveBasePermissions'),
    get('web/associatedOwnerGroup/users?$select=Title'),
  ]);
  // Without its list, its columns (400) or its permissions nobody finished setting up.
  const isUnfinished = row?.ok === false && [400, 403, 404].some((at) => isRefusal(row.error, at));
  const version = isUnfinished ? 0 : versionIn(answerOf<readonly VersionRow[]>(row)[0]);
  if (version >= schemaVersion) return { kind: 'ready' };
  const low = permissions?.ok ? Number((permissions.value as { Low: string }).Low) : 0;
  return {
    kind: version === 0 ? 'missing' : 'outdated',
    canSetUp: (low & manageWeb) !== 0,
    owners: owners?.ok ? (owners.value as { Title: string }[]).map(({ Title }) => Title) : [],
  };
}
