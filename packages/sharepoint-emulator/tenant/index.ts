export { SAMPLE_TENANT } from './sample.ts';
export { seedTenant, seedUser } from './seed.ts';
export type { Tenant, TenantGroup, TenantSite, TenantUser } from './tenant.ts';
