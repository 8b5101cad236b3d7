/** How many requests SharePoint takes for a wall's first page, whatever the wall has grown to. */
import { collections, createCommunity, groupContainer } from '@kantine/core';
import { fill, makeTemplate, openFolder, openOrganisation } from '@kantine/sharepoint-host/testing';
import type { BulkRecord, Folder } from '@kantine/sharepoint-host/testing';
import type { Measure } from './measure.ts';

const sizes = [100, 10_000, 1_000_000];

const post = (number: number): BulkRecord => ({
  author: number % 2 === 0 ? 'zoe' : 'ben',
  key: `${number}`,
  fields: { text: `Post ${number}`, edited: false, deleted: false, reason: '' },
});

/** Requests for a wall of an emulated site, on a page that has started. */
async function requestsAt(folder: Folder, posts: number): Promise<number> {
  const organisation = await openOrganisation(folder, await makeTemplate(folder));
  try {
    const founder = createCommunity(organisation.hostOf('anna'));
    const { id: group } = await founder.groups.create({ name: 'Bench', purpose: '' });
    const records = Array.from({ length: posts }, (_, number) => post(number));
    await fill(organisation, collections.posts, groupContainer(group), records);
    const community = createCommunity(organisation.hostOf('ben'));
    // The start: who is here, and who wrote.
    await community.wall.read({ group });
    const before = organisation.network.count();
    const { posts: shown } = await community.wall.read({ group });
    if (shown[0]?.text !== `Post ${posts - 1}`) throw new Error('The wall is not the one filled.');
    return organisation.network.count() - before;
  } finally {
    await organisation.close();
  }
}

export async function measureSharePoint(): Promise<Measure[]> {
  const folder = await openFolder();
  const measures: Measure[] = [];
  for (const size of sizes) {
    const name = `SharePoint: requests for a wall's first page at ${size} posts`;
    measures.push({ name, value: await requestsAt(folder, size), unit: 'requests', budget: 2 });
  }
  await folder.remove();
  return measures;
}
