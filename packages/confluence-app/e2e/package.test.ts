/** The packaged app from the installation to the first answer, as people meet it. */
import { join } from 'node:path';
import { declaredOperations } from '@kantine/core';
import { readRegistry } from '@kantine/tooling/generate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { frameOf, violations } from '../testing/frames.ts';
import { patiently } from '../testing/patiently.ts';
import { siteUnderTest, strangers } from '../testing/site.ts';
import type { SiteUnderTest } from '../testing/site.ts';

const registry = await readRegistry(join(import.meta.dirname, '../../..'));
/** Macros with something to choose. */
const configurable = registry.flatMap(({ widget: { surfaces, settings } }) =>
  surfaces.macro && Object.keys(settings).length > 0 ? [surfaces.macro.key] : [],
);

let site: SiteUnderTest;
beforeAll(async () => {
  site = await siteUnderTest();
});
afterAll(() => site.close());

const page = '/wiki/spaces/TEAM/pages/1';
const secret = 'The lunch is on the second floor';
const answer = 'Then we take the lift';

describe('a space in which Kantine is not enabled', () => {
  it('shows nothing to people who could read it, and says who can change that', async () => {
    const opened = await site.open('ben', '/wiki/apps/space-groups?space=TEAM');
    await opened.frame.getByText('Kantine is not enabled here.').waitFor();
    await opened.frame.getByText('An administrator of this space can change that.').waitFor();
    expect(await opened.frame.getByRole('button').count()).toBe(0);
    expect(await violations(opened)).toEqual([]);
  });

  it('says on a page outside of all spaces where it is enabled', async () => {
    const { frame } = await site.open('cy', '/wiki/apps/all-groups');
    await frame.getByText('Kantine staat in geen van de ruimten aan').waitFor();
  });

  it('is said to a person who configures a wall there, too', async () => {
    const { frame } = await site.open('ben', '/wiki/apps/wall?content=1&show=config');
    await frame.getByText('An administrator of this space can change that.').waitFor();
  });

  it('is enabled by its administrator right where it is missed', async () => {
    const { frame } = await site.open('dora', '/wiki/apps/space-groups?space=HALL');
    await frame.getByRole('button', { name: 'Enable Kantine' }).click();
    await frame.getByRole('button', { name: 'Start a group' }).waitFor();
    const settings = await site.open('dora', '/wiki/apps/space-settings?space=HALL');
    await settings.frame.getByText(/Dora .* enabled it on/).waitFor();
    await settings.frame.getByRole('button', { name: 'Disable Kantine…' }).click();
    expect(await violations(settings)).toEqual([]);
    await settings.frame.getByRole('button', { name: 'Keep it enabled' }).click();
    await settings.frame.getByText('Kantine is enabled here.').waitFor();
    await settings.frame.getByRole('button', { name: 'Disable Kantine…' }).click();
    await settings.frame.getByRole('button', { name: 'Disable Kantine', exact: true }).click();
    await settings.frame.getByText('Kantine is not enabled here.').waitFor();
  });

  it('tells who is no administrator whom to ask', async () => {
    const { frame } = await site.open('ben', '/wiki/apps/space-settings?space=TEAM');
    await frame.getByText('An administrator of this space can change that.').waitFor();
    expect(await frame.getByRole('button').count()).toBe(0);
  });

  it('is enabled by its administrator with one button', async () => {
    const opened = await site.open('ada', '/wiki/apps/space-settings?space=TEAM');
    await opened.frame.getByRole('button', { name: 'Enable Kantine' }).click();
    await opened.frame.getByText('Kantine is enabled here.').waitFor();
    expect(await violations(opened)).toEqual([]);
  });
});

describe('an editor of a page', () => {
  it('starts a group in the configuration of a wall', async () => {
    const address = '/wiki/apps/wall?content=1&localId=the-wall&show=config';
    const { page: config, frame } = await site.open('ada', address);
    await frame.getByRole('textbox', { name: 'Name of the new group' }).fill('Lunch');
    await frame.getByRole('button', { name: 'Start group' }).click();
    await frame.getByRole('combobox', { name: 'Group' }).waitFor();
    await frame.getByRole('radio', { name: 'Compact' }).check();
    await frame.getByRole('button', { name: 'Save' }).click();
    await config.locator('iframe').waitFor({ state: 'detached' });
  });

  it.each(configurable)('can use the configuration of %s', async (module) => {
    const opened = await site.open('ada', `/wiki/apps/${module}?content=1&show=config`);
    await opened.frame.getByRole('button', { name: 'Save' }).waitFor();
    expect(await violations(opened)).toEqual([]);
  });

  it('sees whose card it is', async () => {
    const { page: shown } = await site.open('ben', page);
    const card = shown.locator('iframe').nth(1).contentFrame();
    await card.getByRole('heading', { name: 'Ada Lovelace' }).waitFor();
  });
});

describe('an employee', () => {
  it('posts from a macro, and a colleague answers from the homepage in their own language', async () => {
    const ben = await site.open('ben', page);
    await ben.frame.locator('kantine-wall[layout=compact]').waitFor();
    await ben.frame.getByRole('textbox', { name: 'Write to Lunch' }).fill(secret);
    await ben.frame.getByRole('button', { name: 'Post', exact: true }).click();
    const post = ben.frame.locator('kantine-post').filter({ hasText: secret });
    await post.getByRole('button', { name: 'Edit' }).waitFor();

    const { frame } = await site.open('cy', '/wiki/apps/home-feed');
    await frame.getByText('Word lid van een groep').waitFor();
    await frame.getByRole('button', { name: 'Lid worden' }).click();
    const theirs = frame.locator('kantine-post').filter({ hasText: secret });
    await theirs.getByRole('button', { name: 'Antwoorden' }).first().click();
    await theirs.getByRole('textbox').fill(answer);
    await theirs.getByRole('button', { name: 'Reageren', exact: true }).click();
    await theirs.getByText(answer).waitFor();

    // Heard of without asking: the wall is folded, and says how many answers there are.
    await post.getByText('1 comment').waitFor();
  });

  it('F-A2: opens links of messages and addresses of mail by the product, as the frame opens no window', async () => {
    const ben = await site.open('ben', page);
    const windows = await site.windowsOf(ben);
    await ben.frame
      .getByRole('textbox', { name: 'Write to Lunch' })
      .fill('See [menu](https://menu.test/today), [ask](mailto:cook@menu.test) or hall@menu.test');
    await ben.frame.getByRole('button', { name: 'Post', exact: true }).click();
    await ben.frame.getByRole('link', { name: 'menu', exact: true }).click();
    await ben.frame.getByRole('link', { name: 'ask', exact: true }).click();
    await ben.frame.getByRole('link', { name: 'hall@menu.test' }).press('Enter');
    const card = ben.page.locator('iframe').nth(1).contentFrame();
    await card.getByRole('link', { name: 'ada@office.test' }).click();
    await expect
      .poll(() => windows)
      .toEqual([
        'https://menu.test/today',
        'mailto:cook@menu.test',
        'mailto:hall@menu.test',
        'mailto:ada@office.test',
      ]);
  });

  it('thanks the page’s author, from beside its title', async () => {
    const { frame } = await site.open('ben', '/wiki/apps/thank-author?content=1');
    await frame.getByText('Cy Twombly').first().waitFor();
    await frame.locator('label').filter({ hasText: 'Helps out' }).click();
    await frame.getByRole('textbox', { name: 'What did they do?' }).fill('You wrote it all down');
    await frame.getByRole('button', { name: 'Give kudos' }).click();
    await frame.locator('kantine-kudos li').getByText('You wrote it all down').waitFor();
  });

  it.each([
    ['ben', ['Wall', 'Profile card']],
    ['cy', ['Prikbord', 'Profielkaart']],
  ])('F-C3: finds the macros under names in the language of %s', async (as, titles) => {
    const { page: shown } = await site.open(as, page);
    const frames = await shown.locator('iframe').all();
    const named = await Promise.all(frames.map((frame) => frame.getAttribute('title')));
    expect(named).toEqual(titles);
  });

  it('sees light and dark change live, in colours that can be read', async () => {
    const opened = await site.open('ben', page);
    await opened.frame.locator('kantine-post').first().waitFor();
    const colours = () =>
      opened.frame.locator('kantine-wall').evaluate((wall) => {
        const { color, colorScheme } = getComputedStyle(wall);
        const { backgroundColor } = getComputedStyle(document.body);
        return { color, colorScheme, backgroundColor };
      });
    const light = await colours();
    expect(light.colorScheme).toBe('light');
    expect(await violations(opened)).toEqual([]);
    await opened.page.getByRole('button', { name: 'Light or dark' }).click();
    await expect.poll(async () => (await colours()).colorScheme).toBe('dark');
    const dark = await colours();
    expect(dark.color).not.toBe(light.color);
    expect(dark.backgroundColor).not.toBe(light.backgroundColor);
    expect(await violations(opened)).toEqual([]);
  });
});

describe('an export of the page', () => {
  const wall = async (as?: string) => {
    const options = {
      content: '1',
      exportType: 'pdf',
      ...(as === undefined ? {} : { as }),
    } as const;
    const [exported] = await site.forge.export(options);
    return JSON.stringify(exported);
  };

  it('F-C1: shows the newest posts of an open group of the space to who may read them', async () => {
    const shown = await wall('ben');
    expect(shown).toContain(secret);
    expect(shown).toContain('Ben Okri');
  });

  it('F-C1: shows where to read them to anybody else, and without anybody', async () => {
    for (const as of ['dora', undefined]) {
      const shown = await wall(as);
      expect(shown).toContain('What Kantine shows here can be read on the page.');
      expect(shown).not.toContain(secret);
    }
  });
});

describe('an administrator of the site', () => {
  it('sees how full Kantine is, and chooses how long posts are kept', async () => {
    const opened = await site.open('root', '/wiki/apps/site-settings');
    await opened.frame.getByText(/of [\d,]+ MB is used/).waitFor();
    await opened.frame.getByRole('combobox').selectOption('24');
    await opened.frame.getByRole('button', { name: 'Save' }).click();
    await opened.frame.getByText('Saved.').waitFor();
    expect(await violations(opened)).toEqual([]);
    const again = await site.open('root', '/wiki/apps/site-settings');
    await expect.poll(() => again.frame.getByRole('combobox').inputValue()).toBe('24');
  });

  it('removes a message with a reason that its readers see', async () => {
    const opened = await site.open('root', '/wiki/apps/site-settings');
    const { frame } = opened;
    await frame.getByRole('button', { name: 'Choose a message' }).click();
    await frame.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'Lunch' });
    const which = frame.getByRole('combobox', { name: 'Message' });
    await which.selectOption({ label: `Cy Twombly: ${answer}` });
    await frame.getByRole('textbox', { name: 'Reason' }).fill('too');
    await frame.getByRole('button', { name: 'Remove the message' }).click();
    await frame.getByText('Say in at least three words').waitFor();
    await frame.getByRole('textbox', { name: 'Reason' }).fill('we have no lift');
    await frame.getByText('Readers will see: Removed by an administrator').waitFor();
    expect(await violations(opened)).toEqual([]);
    await frame.getByRole('button', { name: 'Remove the message' }).click();
    await frame.getByText('The message is removed.').waitFor();
    const reader = await site.open('ben', page);
    const post = reader.frame.locator('kantine-post').filter({ hasText: secret });
    await post.getByText('1 comment').click();
    await post.getByText('Removed by an administrator: we have no lift').waitFor();
    expect(await post.getByText(answer).count()).toBe(0);
  });

  it('checks the site, and copies the answers as text', async () => {
    const opened = await site.open('root', '/wiki/apps/site-settings');
    await opened.frame.getByRole('button', { name: 'Check', exact: true }).click();
    await opened.frame.getByRole('button', { name: 'Check again' }).waitFor({ timeout: 30_000 });
    for (const [fact, answer] of [
      ['Asking what somebody may do in a space', 'Works'],
      ['What asking for somebody’s rights costs', 'One point'],
      ['A page hears at once of something new', 'Works'],
      ['A page tells other pages something by itself', 'Refused'],
      ['Pictures of people in the app’s frame', 'Works'],
    ] as const) {
      const row = opened.frame.getByRole('row').filter({ hasText: fact });
      expect(await row.getByRole('cell').first().textContent(), fact).toBe(answer);
    }
    expect(await violations(opened)).toEqual([]);
    await opened.frame.getByRole('button', { name: 'Copy as text' }).click();
    const text = await opened.frame.getByLabel('Copy this text').inputValue();
    expect(text).toContain('[cost=one points=1]');
    expect(text).not.toMatch(/Rosa|root|TEAM/);
  });

  it('is nobody else', async () => {
    const { frame } = await site.open('ada', '/wiki/apps/site-settings');
    await frame.getByText('Only administrators of Confluence see these settings.').waitFor();
  });
});

describe('somebody without access to the space', () => {
  const own = (module: string, as: string) =>
    site.forge.open({ as, module, ...(module === 'home-feed' ? {} : { space: 'HALL' }) });
  const forged = {
    context: { accountId: 'ada', extension: { space: { id: '200', key: 'TEAM' } } },
    accountId: 'ada',
    principal: { accountId: 'ada' },
    space: '200',
  };

  async function known(): Promise<{ group: string; post: string }> {
    const view = site.forge.open({ as: 'ben', module: 'space-groups', space: 'TEAM' });
    const ask = async (operation: string, input: object) => {
      const response = (await view.invoke('kantine', { operation, input })) as { value: never };
      return response.value;
    };
    const groups = (await ask('groups.list', {})) as { id: string }[];
    const group = groups[0]?.id ?? '';
    const { posts } = (await ask('wall.read', { group })) as { posts: { id: string }[] };
    return { group, post: posts[0]?.id ?? '' };
  }

  it('cannot make the bridge in their own page say that they are somebody else', async () => {
    const { group } = await known();
    const opened = await site.open('dora', '/wiki/apps/space-groups?space=HALL');
    await opened.frame.getByText('Kantine is not enabled here.').waitFor();
    const frame = await frameOf(opened);
    const call = { operation: 'wall.read', input: { group }, ...forged };
    const response = await frame.evaluate(async (payload) => {
      const { __bridge } = globalThis as unknown as {
        __bridge: { callBridge(method: string, data: object): Promise<unknown> };
      };
      const data = { functionKey: 'kantine', payload, context: payload.context, accountId: 'ada' };
      return __bridge.callBridge('invoke', data);
    }, call);
    expect(response).toMatchObject({ error: { tag: 'Forbidden' } });
  });

  it.each(['home-feed', 'space-groups', 'space-settings', 'all-groups'])(
    'reads nothing through any call from %s, whatever is forged',
    async (module) => {
      const { group, post } = await known();
      const everything = {
        group,
        post,
        id: post,
        kind: 'post',
        message: { group, kind: 'post', id: post },
        person: 'ben',
        by: 'ben',
        text: 'lunch',
        role: 'steward',
        key: 'a-key-of-a-stranger',
        until: 1,
        version: '0',
        reason: 'because I say so',
        name: 'Ours',
        purpose: '',
        about: '',
        askMeAbout: [],
        interests: [],
        recipients: ['ben'],
        value: 'helps-out',
        as: 'kudos',
      };
      const settings = ['listen', 'readSpaceSettings', 'readSiteSettings'];
      const calls = settings.map((operation): [string, object] => [operation, everything]);
      for (const [operation, { input }] of await declaredOperations()) {
        // The fields that it knows, so that it is not refused for another one.
        const known = Object.keys((input as unknown as { entries: object }).entries);
        const entries = Object.entries(everything).filter(([name]) => known.includes(name));
        calls.push(
          [operation, Object.fromEntries(entries)],
          [operation, { ...everything, ...forged }],
        );
      }
      for (const [at, [operation, input]] of calls.entries()) {
        const stranger = strangers[at % strangers.length] ?? 'dora';
        const payload = { operation, input, ...forged };
        const response = await patiently(() => own(module, stranger).invoke('kantine', payload));
        const told = JSON.stringify(response);
        for (const word of [secret, answer, 'Lunch', 'Ben Okri']) {
          expect(told, operation).not.toContain(word);
        }
        if (operation !== 'readSpaceSettings') expect(response, operation).toHaveProperty('error');
      }
      // Nothing of it was done, either.
      const view = site.forge.open({ as: 'ben', module: 'space-groups', space: 'TEAM' });
      const input = { group };
      const wall = JSON.stringify(await view.invoke('kantine', { operation: 'wall.read', input }));
      for (const stranger of strangers) expect(wall).not.toContain(stranger);
    },
  );
});

describe('a user whom Confluence says to be deleted', () => {
  const view = () => site.forge.open({ as: 'cy', module: 'space-groups', space: 'TEAM' });
  const cardOfBen = async () =>
    JSON.stringify(
      await view().invoke('kantine', { operation: 'card.read', input: { person: 'ben' } }),
    );

  async function told(): Promise<void> {
    const event = { eventType: 'avi:confluence:deleted:user', user: { accountId: 'ben' } };
    await site.forge.fire(event);
    await site.forge.settled();
    expect(site.forge.failures).toEqual([]);
  }

  it('F-B1: keeps everything until the account is closed, and leaves the profile nowhere then', async () => {
    // Forge lets an app define 25 tables a minute: those that the first minute did not make are made in the next.
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 2 * 60_000);
    const input = { about: 'I bake', askMeAbout: ['bread'], interests: [] };
    const own = site.forge.open({ as: 'ben', module: 'space-groups', space: 'TEAM' });
    await own.invoke('kantine', { operation: 'card.update', input });
    await told();
    expect(await cardOfBen()).toContain('I bake');
    site.closeAccountOfBen();
    await told();
    expect(await cardOfBen()).not.toContain('I bake');
    vi.restoreAllMocks();
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error', () => {
    expect(site.trouble).toEqual([]);
  });
});
