/** Lets the small company move into an intranet whose data lies in the folder that is named. A program of its own. */
import { ensureApp } from '@kantine/confluence-app/ensure';
import { ensurePackage } from '@kantine/sharepoint-webparts/ensure';
import { startIntranet } from '../server/intranet.ts';
import { filesIn } from './intranet-files.ts';
import { smallCompany } from './small-company.ts';

const [, , folder = ''] = process.argv;
const built = { packageFile: await ensurePackage(), app: ensureApp() };
const intranet = await startIntranet({
  port: 0,
  company: smallCompany(),
  ...filesIn(folder, built),
});
await intranet.close();
process.exit();
