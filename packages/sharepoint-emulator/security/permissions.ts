/** PermissionKind of the client object model: bit n-1 of a 64-bit mask. */
const PermissionKind = {
  ViewListItems: 1,
  AddListItems: 2,
  EditListItems: 3,
  DeleteListItems: 4,
  OpenItems: 6,
  ViewVersions: 7,
  DeleteVersions: 8,
  CancelCheckout: 9,
  ManagePersonalViews: 10,
  ManageLists: 12,
  Open: 17,
  ManageSubwebs: 24,
  CreateGroups: 25,
  ManagePermissions: 26,
  BrowseUserInfo: 28,
  ManageWeb: 31,
  EditMyUserInfo: 41,
  EnumeratePermissions: 63,
} as const;

export type PermissionName = keyof typeof PermissionKind;

/** High and Low travel as text, since they are Edm.Int64 in JSON. */
export interface BasePermissions {
  readonly High: string;
  readonly Low: string;
}

export const FULL_MASK = maskOf(4294967295, 2147483647);

/** Bit 63 and up are never set: SharePoint's full mask is 7FFFFFFF FFFFFFFF. */
export function maskOf(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

export const has = (mask: bigint, permission: PermissionName): boolean =>
  (mask & (1n << BigInt(PermissionKind[permission] - 1))) !== 0n;

export const basePermissions = (mask: bigint): BasePermissions => ({
  High: String(mask >> 32n),
  Low: String(mask & 0xffffffffn),
});
