export { SAMPLE_TENANT } from './sample.ts';
export { seedTenant } from './seed.ts';
export type { Tenant, TenantSite, TenantUser } from './tenant.ts';
