export type { Behaviours } from './behaviours/index.ts';
export type { Fault, Faults } from './faults/index.ts';
export type { Ledger, LedgerEntry, Limits } from './limits/index.ts';
export type { SignIn } from './http/authenticate.ts';
export {
  createSharePoint,
  startSharePoint,
  type SharePoint,
  type SharePointFarm,
  type SharePointOptions,
} from './start.ts';
export type { BulkRow, ListReference } from './tenant/bulk-load.ts';
export type { Tenant, TenantGroup, TenantSite, TenantUser } from './tenant/index.ts';
