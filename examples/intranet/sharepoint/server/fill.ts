/** The company's two months on SharePoint, written through Kantine's own host as if people had typed it. */
import { DatabaseSync } from 'node:sqlite';
import type { Company } from '@kantine/company';
import { liveThrough, startOf } from '@kantine/company/fill';
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { startSharePoint } from '@kantine/sharepoint-emulator';
import { sharePointHost } from '@kantine/sharepoint-host';
import { ownerOf } from '../../server/company.ts';
import { companySite, loginOf, tenantOf } from './tenant.ts';

/** Makes the file of a new farm. @returns the company's groups, by their ids in SharePoint. */
export async function fillFarm(
  file: string,
  company: Company,
): Promise<ReadonlyMap<string, string>> {
  const begin = startOf(company);
  let now = begin;
  const sharePoint = await startSharePoint({
    // Nobody had left yet.
    tenant: tenantOf(company, company.people),
    file,
    clock: () => new Date(now),
  });
  const webUrl = `${sharePoint.url}${companySite}`;
  const hostOf = (person: string) => {
    const { headers } = sharePoint.signIn(loginOf(person));
    return sharePointHost({
      webUrl,
      now: () => now,
      fetch: (url, init) =>
        fetch(url, {
          ...init,
          headers: { ...(init.headers as Record<string, string>), ...headers },
        }),
      // With a token of its own a window needs no digest.
      formDigest: { value: '-', seconds: Number.MAX_SAFE_INTEGER },
    });
  };
  await hostOf(ownerOf(company).id).provision();
  const hosts = new Map(company.people.map(({ id }) => [id, hostOf(id)]));
  const ids = new Map<string, string>();
  for (const [person, host] of hosts) ids.set(person, await host.identity.me());
  const communities = new Map<string, Community>();
  for (const [person, host] of hosts) communities.set(person, createCommunity(host));
  const made = await liveThrough(company, {
    communityOf: (person, at) => {
      now = Math.max(now, at);
      return communities.get(person) as Community;
    },
    personId: (person) => ids.get(person) as string,
  });
  await sharePoint.close();
  leave(file, company);
  return made;
}

/** Takes those who left out of the directory; their sites remember them. */
function leave(file: string, { people }: Company): void {
  const database = new DatabaseSync(file);
  const remove = database.prepare('DELETE FROM directory WHERE upn = ?');
  for (const { id, active } of people) if (!active) remove.run(loginOf(id));
  // All entries of the log have to be in the file, which alone is moved into its folder.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}
