/** What a page costs a tenant in resource units, as the guide for installing says it. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { makeTemplate, openFolder, openOrganisation } from '../testing/organisation.ts';
import type { Folder, Organisation } from '../testing/organisation.ts';
import { quickLooks } from './pace.ts';

const guide = new URL('../../../docs/install-sharepoint.md', import.meta.url);

/** Of one page that is seen: the limits are counted in five. */
const minutes = 5;

/** https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online */
const limits = [
  { people: 100, units: 18_750 },
  { people: 1_000, units: 18_750 },
  { people: 5_000, units: 37_500 },
];

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('S-B5: a page costs a tenant', () => {
  let folder: Folder;
  let organisation: Organisation;
  let group: string;
  let ben: Community;
  const cost = { opening: 0, look: 0, change: 0, post: 0, reaction: 0 };

  const unitsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const { ledger } = organisation.sharePoint;
    const before = ledger.units;
    await work();
    return ledger.units - before;
  };

  beforeAll(async () => {
    folder = await openFolder();
    organisation = await openOrganisation(folder, await makeTemplate(folder));
    const anna = createCommunity(organisation.hostOf('anna'));
    group = (await anna.groups.create({ name: 'Lunch run', purpose: '' })).id;
    for (let n = 0; n < 25; n += 1) {
      const key = anna.newKey();
      const post = await anna.wall.post({ group, text: `Soup ${n}?`, key });
      await anna.wall.comment({ group, post: post.id, text: 'Yes!', key: anna.newKey() });
    }
    organisation.clock.advance(60_000);
    const every = 1_000;
    const host = organisation.hostOf('ben', {
      userId: Number(organisation.ids.ben),
      watch: {
        everyMilliseconds: every,
        visibility: { isVisible: () => true, subscribe: () => undefined },
      },
    });
    ben = createCommunity(host);
    const first = (await ben.wall.read({ group })).posts[0];
    const message = { group, kind: 'post', id: first?.id ?? '' } as const;

    const zoe = organisation.hostOf('zoe', { userId: Number(organisation.ids.zoe) });
    const fresh = createCommunity(zoe);
    cost.opening = await unitsOf(() => Promise.all([zoe.setupState(), fresh.wall.read({ group })]));
    cost.change = await unitsOf(() => ben.wall.read({ group }));
    cost.post = await unitsOf(() => ben.wall.post({ group, text: 'Me too', key: ben.newKey() }));
    cost.reaction = await unitsOf(() =>
      ben.wall.react({ message, post: message.id, kind: 'like' }),
    );
    const end = host.changes.subscribe(() => undefined);
    // Fetched after a moment; then a list in which a second is not over is looked at again.
    await pause(4 * every);
    organisation.clock.advance(60_000);
    await pause(4 * every);
    const { ledger } = organisation.sharePoint;
    const looks = ledger.entries.filter(({ path }) => path.endsWith('/_api/web/lists'));
    cost.look = looks.at(-1)?.units ?? 0;
    end();
  }, 60_000);
  afterAll(async () => {
    await organisation.close();
    await folder.remove();
  });

  it('what its guide says', async () => {
    const text = (await readFile(guide, 'utf8')).replaceAll(/ +/g, ' ');
    expect(text).toContain(`| Opening a wall | ${cost.opening} |`);
    expect(text).toContain(`| A look for changes | ${cost.look} |`);
    expect(text).toContain(`| Reading a wall again after a change | ${cost.change} |`);
    expect(text).toContain(`| Writing a post | ${cost.post} |`);
    expect(text).toContain(`| Reacting | ${cost.reaction} |`);
    for (const { people, units } of limits) {
      const pages = people / 10;
      const quiet = pages * (cost.opening + minutes * cost.look);
      // A look that finds a change asks for the rows as well, twice; then come the quick ones.
      const seen = cost.change + (quickLooks + 2) * cost.look;
      const lively = quiet + pages * minutes * seen;
      const shown = [people, quiet, lively, units].map((number) => number.toLocaleString('en'));
      expect(text).toContain(`| ${shown.join(' | ')} |`);
    }
  });
});
