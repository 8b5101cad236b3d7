/** The company's two months in Confluence, written through Kantine's own resolver as if people had typed it. */
import { join } from 'node:path';
import type { Company } from '@kantine/company';
import { liveThrough, startOf } from '@kantine/company/fill';
import { remoteCommunity } from '@kantine/core';
import type { Community, OperationResponse } from '@kantine/core';
import { createForge, embeddedEngine, ManualClock } from '@kantine/forge-emulator';
import type { View } from '@kantine/forge-emulator';
import { stage } from '../filler/src/stage.ts';
import { ownerOf } from '../../server/company.ts';
import { companySpace, siteOf } from './tenant.ts';

const filler = join(import.meta.dirname, '../filler');
/** Between two deeds, so that Forge's limits a second and a minute are never near. In milliseconds. */
const pause = 100;

/** Makes the file of a new site. @returns the company's groups, by their ids in Confluence. */
export async function fillSite(
  file: string,
  company: Company,
): Promise<ReadonlyMap<string, string>> {
  const begin = startOf(company);
  // Forge lives in the present, or its tokens would have expired; only Kantine's clock is the story's.
  const clock = new ManualClock(Date.now());
  let now = begin;
  stage.now = () => now;
  const sql = embeddedEngine({ file });
  const forge = createForge({ app: filler, site: siteOf(company, [], true), clock, sql });
  await forge.fire({ eventType: 'avi:forge:installed:app' });
  await forge.settled();
  await clock.advance(60_000);

  const views = new Map<string, View>();
  const viewOf = (as: string): View => {
    const known = views.get(as) ?? forge.open({ as, module: 'in-space', space: companySpace.key });
    views.set(as, known);
    return known;
  };
  const owner = viewOf(ownerOf(company).id);
  const enable = { operation: 'changeSpaceSettings', input: { enabled: true } };
  const enabled = (await owner.invoke('kantine', enable)) as OperationResponse;
  if ('error' in enabled) throw new Error(`The space was not enabled: ${enabled.error.tag}`);

  let keys = 0;
  let due = begin;
  const communityOf = (person: string): Community =>
    remoteCommunity({
      send: async (request) => {
        await clock.advance(pause);
        now = Math.max(now + 1, due);
        return (await viewOf(person).invoke('kantine', request)) as OperationResponse;
      },
      changes: { subscribe: () => () => undefined },
      ids: { next: () => `of-the-story-${(keys += 1)}` },
    });
  const communities = new Map(company.people.map(({ id }) => [id, communityOf(id)]));
  const made = await liveThrough(company, {
    communityOf: (person, at) => {
      due = at;
      return communities.get(person) as Community;
    },
  });
  await sql.close();
  return made;
}
