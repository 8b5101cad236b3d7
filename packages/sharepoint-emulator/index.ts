export type { Behaviours } from './behaviours/behaviours.ts';
export type { Fault, Faults } from './faults/faults.ts';
export type { Ledger, LedgerEntry } from './limits/ledger.ts';
export type { Limits } from './limits/limits.ts';
export type { SignIn } from './http/authenticate.ts';
export {
  createSharePoint,
  startSharePoint,
  type SharePoint,
  type SharePointFarm,
  type SharePointOptions,
} from './start.ts';
export type { BulkRow, ListReference } from './tenant/bulk-load.ts';
export type { Tenant, TenantGroup, TenantSite, TenantUser } from './tenant/tenant.ts';
