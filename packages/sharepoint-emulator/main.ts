import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startSharePoint } from './start.ts';
import { SAMPLE_TENANT } from './tenant/sample.ts';
import type { Tenant } from './tenant/tenant.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4400' },
    file: { type: 'string' },
    tenant: { type: 'string' },
    as: { type: 'string' },
  },
});

const tenant = values.tenant
  ? (JSON.parse(readFileSync(values.tenant, 'utf8')) as Tenant)
  : SAMPLE_TENANT;
const sharePoint = await startSharePoint({
  tenant,
  port: Number(values.port),
  ...(values.file === undefined ? {} : { file: values.file }),
  ...(values.as === undefined ? {} : { anonymousAs: values.as }),
});

console.log(`SharePoint emulator at ${sharePoint.url}`);
for (const site of tenant.sites) console.log(`  site ${sharePoint.url}${site.url}`);
if (tenant.host) {
  console.log(`  or ${sharePoint.hostUrl}, in a browser that maps ${tenant.host} to 127.0.0.1`);
}
for (const user of tenant.users) {
  console.log(
    `  ${user.loginName}: Authorization: ${sharePoint.signIn(user.loginName).headers.Authorization}`,
  );
}
process.once('SIGINT', () => void sharePoint.close());
process.once('SIGTERM', () => void sharePoint.close());
