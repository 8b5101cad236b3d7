/** SharePoint's permission masks, as far as they say what a reader may do. */
import type { Right } from '@kantine/core';
import { answerOf, get } from './rest-request.ts';
import type { Wire } from './wire.ts';

export interface BasePermissions {
  readonly Low: string | number;
}

/** PermissionKind n is bit n - 1. */
const viewItems = 1 << 0;
/** Adding, editing and deleting: who lacks one of them cannot do what Kantine offers. */
const writeItems = (1 << 1) | (1 << 2) | (1 << 3);

/** ManageLists, bit 12: editors of a site have it there, and nobody but owners in a list of ours. */
const manageLists = 1 << 11;

export const changesLists = ({ Low }: BasePermissions): boolean =>
  (Number(Low) & manageLists) !== 0;

/** ManageWeb, bit 31: owners of the site have it. */
const manageWeb = 1 << 30;

export const ownsSite = ({ Low }: BasePermissions): boolean => (Number(Low) & manageWeb) !== 0;

/** Whether the reader owns the site. */
export async function isOwner(wire: Wire): Promise<boolean> {
  const [outcome] = await wire.batch([get('web/effectiveBasePermissions')]);
  return ownsSite(answerOf<BasePermissions>(outcome));
}

export function rightIn({ Low }: BasePermissions): Right {
  const mask = Number(Low);
  if ((mask & viewItems) === 0) return 'none';
  return (mask & writeItems) === writeItems ? 'write' : 'read';
}
