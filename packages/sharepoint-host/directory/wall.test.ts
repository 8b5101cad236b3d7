/** What a wall costs to name those who wrote on it. */
import { describe, expect, it } from 'vitest';
import { createCommunity } from '@kantine/core';
import type { WallPage } from '@kantine/core';
import { answerOf, post } from '../wire/index.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';

describe('the first page of a wall', () => {
  let organisation: Organisation;
  let group: string;

  eachInAnOrganisation(async (opened) => {
    organisation = opened;
    const page = (actor: Actor) => createCommunity(organisation.hostOf(actor));
    group = (await page('anna').groups.create({ name: 'Lunch run', purpose: '' })).id;
    const { id } = await page('anna').wall.post({ group, text: 'Soup?', key: 'key-of-anna' });
    const comment = { group, post: id, text: 'Yes!', key: 'key-of-zoe' };
    await page('zoe').wall.comment(comment);
  });

  /** A page that knows who reads it, as every page of SharePoint does. */
  async function firstPage(): Promise<{ page: WallPage; trips: number; profiles: number }> {
    const ben = organisation.hostOf('ben', {
      userId: Number(organisation.ids.ben),
      formDigest: { value: 'came with the page', seconds: 1_800 },
    });
    const before = organisation.network.count();
    const profiles = organisation.sharePoint.ledger.entries.length;
    const page = await createCommunity(ben).wall.read({ group });
    const spent = organisation.sharePoint.ledger.entries.slice(profiles);
    return {
      page,
      trips: organisation.network.count() - before,
      profiles: spent.filter(({ path }) => path.includes('SP.UserProfiles')).length,
    };
  }

  const namesOn = ({ posts }: WallPage): readonly string[] =>
    posts.flatMap(({ author, comments }) => [
      author.name,
      ...comments.map((each) => each.author.name),
    ]);

  async function meet(people: number): Promise<void> {
    const logins = Array.from({ length: people }, (_, n) => `person${n}@contoso.test`);
    for (const loginName of logins) {
      organisation.sharePoint.addUser({ loginName, title: `Person ${loginName}` });
    }
    const wire = organisation.wireOf('owner');
    const outcomes = await wire.write(
      logins.map((logonName) => post('web/ensureUser', { logonName })),
    );
    outcomes.forEach((outcome) => answerOf(outcome));
  }

  it('S-A4: takes two round trips and no profile call, names included', async () => {
    const { page, trips, profiles } = await firstPage();
    expect(namesOn(page)).toEqual(['Anna de Vries', 'Zoë Ångström']);
    expect(page.posts[0]?.author.photo).toContain('accountname=anna');
    expect({ trips, profiles }).toEqual({ trips: 2, profiles: 0 });
  });

  it('S-A4: costs no more on a site of more people than one would ask for', async () => {
    await meet(310);
    const { page, trips, profiles } = await firstPage();
    expect(namesOn(page)).toEqual(['Anna de Vries', 'Zoë Ångström']);
    expect({ trips, profiles }).toEqual({ trips: 2, profiles: 0 });
  });

  it('S-A4: names everybody where CAML expands nothing, in two round trips more', async () => {
    organisation.sharePoint.behave({ expandInCaml: 'nothing' });
    const { page, trips, profiles } = await firstPage();
    expect(namesOn(page)).toEqual(['Anna de Vries', 'Zoë Ångström']);
    expect(profiles).toBe(0);
    expect(trips).toBeLessThanOrEqual(4);
  });

  it('S-A5: names whom the site no longer knows, as far as rows tell it', async () => {
    for (const [missingPrincipal, removedAuthors, name] of [
      ['notFound', 'named', 'Anna de Vries'],
      ['serverError', 'named', 'Anna de Vries'],
      ['serverError', 'unnamed', ''],
      ['notFound', 'unnamed', ''],
    ] as const) {
      organisation.sharePoint.behave({ missingPrincipal, removedAuthors });
      const owner = organisation.wireOf('owner');
      const ids = organisation.ids;
      await owner.write([post(`web/siteUsers/removeById(${ids.anna})`)]);
      const { page } = await firstPage();
      expect(namesOn(page), missingPrincipal).toEqual([name, 'Zoë Ångström']);
    }
  });
});
