export { seedTenant } from './seed.ts';
export type { Tenant, TenantSite, TenantUser } from './tenant.ts';
