/** SharePoint's permission masks, as far as they say what a reader may do. */
import type { Right } from '@kantine/core';

export interface BasePermissions {
  readonly Low: string | number;
}

/** PermissionKind n is bit n - 1. */
const viewItems = 1 << 0;
/** Adding, editing and deleting: who lacks one of them cannot do what Kantine offers. */
const writeItems = (1 << 1) | (1 << 2) | (1 << 3);

export function rightIn({ Low }: BasePermissions): Right {
  const mask = Number(Low);
  if ((mask & viewItems) === 0) return 'none';
  return (mask & writeItems) === writeItems ? 'write' : 'read';
}
