/** A closed group from its first members to its archive, on both packages: asked for, let in, invited, closed for good. */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { violations } from '../violations.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const owner = 'marijke.hoogland';
const mira = 'nadia.belkacem';
const bo = 'dennis.vanderkolk';
const guest = 'tineke.smit';
const name = 'Jubileum';
const renamed = 'Jubileumfeest';
const words = 'Ik regel de taart';
const reason = 'het feest is geweest';

/** Where the list of groups is on a host, and what things are called there. */
interface Place {
  in(page: Page): Locator;
  open(person: string): Promise<Page>;
  /** Whether owners of the site make closed groups, and pass on who asks to be let in. */
  readonly byOwners: boolean;
  readonly words: Readonly<
    Record<
      | 'start'
      | 'called'
      | 'closed'
      | 'startGroup'
      | 'askToJoin'
      | 'ask'
      | 'members'
      | 'letIn'
      | 'takeOut'
      | 'letColleaguesIn'
      | 'askedIn'
      | 'stay'
      | 'writeTo'
      | 'post'
      | 'edit'
      | 'firstSteps'
      | 'firstStep'
      | 'done'
      | 'renameGroup'
      | 'newName'
      | 'archiveGroup'
      | 'archived'
      | 'readers',
      string
    >
  >;
}

const sharePoint: Place = {
  in: (page) => page.locator('kantine-groups'),
  open: (person) => intranet.open(person, 'sharepoint', { until: 'kantine-groups h2' }),
  byOwners: true,
  words: {
    start: 'Start a group',
    called: 'What is it called?',
    closed: 'Closed',
    startGroup: 'Start group',
    askToJoin: 'Ask to join',
    ask: 'Ask',
    members: 'Members',
    letIn: 'Let in',
    takeOut: 'Remove from the group',
    letColleaguesIn: 'Let colleagues in',
    askedIn: 'asked you in.',
    stay: 'Stay',
    writeTo: 'Write to',
    post: 'Post',
    edit: 'Edit',
    firstSteps: 'First steps',
    firstStep: 'Say in one line what brings you here',
    done: 'Done',
    renameGroup: 'Rename the group…',
    newName: 'New name',
    archiveGroup: 'Archive the group…',
    archived: 'Archived',
    readers: 'Everything can still be read by the same people.',
  },
};

/** Everybody there reads Dutch: the language is that of their account. */
const confluence: Place = {
  in: (page) => page.locator('iframe').first().contentFrame().locator('kantine-groups'),
  open: async (person) => {
    const page = await intranet.open(person, 'confluence', { until: 'iframe' });
    await page.getByRole('link', { name: 'Groups of this space' }).click();
    return page;
  },
  byOwners: false,
  words: {
    start: 'Een groep beginnen',
    called: 'Hoe heet de groep?',
    closed: 'Besloten',
    startGroup: 'Groep beginnen',
    askToJoin: 'Vragen om erbij te komen',
    ask: 'Vragen',
    members: 'Leden',
    letIn: 'Toelaten',
    takeOut: 'Uit de groep halen',
    letColleaguesIn: 'Collega’s toelaten',
    askedIn: 'heeft je binnengelaten.',
    stay: 'Blijven',
    writeTo: 'Schrijf aan',
    post: 'Plaatsen',
    edit: 'Bewerken',
    firstSteps: 'Eerste stappen',
    firstStep: 'Zeg in één regel wat je hier brengt',
    done: 'Klaar',
    renameGroup: 'De groep een andere naam geven…',
    newName: 'Nieuwe naam',
    archiveGroup: 'De groep archiveren…',
    archived: 'Gearchiveerd',
    readers: 'Dezelfde mensen kunnen alles nog lezen.',
  },
};

const button = (groups: Locator, text: string): Locator =>
  groups.getByRole('button', { name: text, exact: true }).first();

/** Presses a button with the keyboard. */
async function press(page: Page, groups: Locator, text: string): Promise<void> {
  await button(groups, text).focus();
  await page.keyboard.press('Enter');
}

describe.each([
  ['SharePoint', sharePoint],
  ['Confluence', confluence],
] as const)('a closed group on %s', (_, place) => {
  const { words: say } = place;

  const ownerComesBy = async (): Promise<Page | undefined> => {
    if (!place.byOwners) return undefined;
    const office = await place.open(owner);
    await button(place.in(office), say.start).waitFor();
    return office;
  };

  it('is started by one, and asked for by another', async () => {
    const page = await place.open(mira);
    const groups = place.in(page);
    await press(page, groups, say.start);
    await groups.getByRole('textbox', { name: say.called }).fill(name);
    await groups.getByRole('radio', { name: new RegExp(`^${say.closed}`) }).check();
    await press(page, groups, say.startGroup);
    if (place.byOwners) {
      await groups.getByText('An owner of this site has been asked').waitFor();
      const office = await place.open(owner);
      await press(office, place.in(office), `Approve: ${name}`);
      await place.in(office).getByText(`“${name}” is set up.`).waitFor({ timeout: 60_000 });
      await office.close();
      // She publishes its name by coming in.
      await button(place.in(await place.open(mira)), name).waitFor();
    } else await groups.getByRole('heading', { name }).first().waitFor();

    const his = await place.open(bo);
    await press(his, place.in(his), `${say.askToJoin}: ${name}`);
    await his.keyboard.type('Ik bak graag');
    await his.keyboard.press('Enter');
    await place.in(his).locator('.confirmation').getByText(name).waitFor();
    await (await ownerComesBy())?.close();
  });

  it('lets him in, and a colleague whom nobody had to ask, who is told by whom', async () => {
    const page = await place.open(mira);
    const groups = place.in(page);
    await press(page, groups, `${say.members}: ${name}`);
    await press(page, groups, `${say.letIn}: Dennis van der Kolk`);
    await button(groups, `${say.takeOut}: Dennis van der Kolk`).waitFor();
    await groups.getByRole('combobox', { name: say.letColleaguesIn }).fill('Tineke Smit');
    await groups.getByRole('option', { name: 'Tineke Smit' }).click();
    await press(page, groups, say.letIn);
    await button(groups, `${say.takeOut}: Tineke Smit`).waitFor();
    await page.close();

    const hers = await place.open(guest);
    const seen = place.in(hers);
    await seen.getByText(say.askedIn).waitFor();
    if (place.byOwners) expect(await violations(hers)).toEqual([]);
    await press(hers, seen, `${say.stay}: ${name}`);
    await expect.poll(() => seen.getByText(say.askedIn).count()).toBe(0);
    await hers.close();
  });

  it('shows him his first steps, is written in, and renamed by who started it', async () => {
    const his = await place.open(bo);
    const inside = place.in(his);
    await press(his, inside, name);
    const steps = inside.getByRole('region', { name: say.firstSteps });
    await steps.getByText(say.firstStep).waitFor();
    await inside.getByRole('textbox', { name: `${say.writeTo} ${name}` }).fill(words);
    await press(his, inside, say.post);
    await inside
      .locator('kantine-post')
      .filter({ hasText: words })
      .getByRole('button', { name: say.edit })
      .waitFor();
    await steps.getByText(`${say.done}:`).waitFor({ state: 'attached' });
    if (place.byOwners) expect(await violations(his)).toEqual([]);
    await his.close();

    const page = await place.open(mira);
    const groups = place.in(page);
    await press(page, groups, `${say.members}: ${name}`);
    await press(page, groups, say.renameGroup);
    await groups.getByRole('textbox', { name: say.newName }).fill(renamed);
    await page.keyboard.press('Enter');
    await button(groups, renamed).waitFor();
    await page.close();
  });

  it('is archived by its steward with the keyboard: no composer is left, and everything is read', async () => {
    const page = await place.open(mira);
    const groups = place.in(page);
    await press(page, groups, `${say.members}: ${renamed}`);
    await press(page, groups, say.archiveGroup);
    await page.keyboard.type(reason);
    await page.keyboard.press('Enter');
    await groups.getByText(`${say.archived} (1)`).waitFor();
    if (place.byOwners) expect(await violations(page)).toEqual([]);
    await page.close();

    const his = await place.open(bo);
    const inside = place.in(his);
    await inside.locator('summary').filter({ hasText: say.archived }).focus();
    await his.keyboard.press('Enter');
    await press(his, inside, renamed);
    await inside.locator('kantine-post').filter({ hasText: words }).waitFor();
    await inside.locator('kantine-wall').getByText(say.readers).waitFor();
    await inside.locator('kantine-wall').getByText(reason).waitFor();
    expect(await inside.getByRole('textbox').count()).toBe(0);
    if (place.byOwners) expect(await violations(his)).toEqual([]);
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error but the refusals', () => {
    expect(intranet.trouble.filter((each) => !/status of 40[34]/.test(each))).toEqual([]);
  });
});
