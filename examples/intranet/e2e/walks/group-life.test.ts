/** What becomes of groups and their people on SharePoint: declined, taken back, joined, left, removed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { violations } from '../violations.ts';
import { companySite } from '../../sharepoint/server/tenant.ts';
import { press } from '../pressing.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const owner = 'marijke.hoogland';
const founder = 'nadia.belkacem';
const member = 'olivia.barnes';
const colleague = 'tineke.smit';
const asker = 'romy.jansen';
const askersName = 'Romy Jansen';

const openGroups = (person: string): Promise<Page> =>
  intranet.open(person, 'sharepoint', { until: 'kantine-groups h2' });
const groups = (page: Page) => page.locator('kantine-groups');
const button = (page: Page, name: string) =>
  groups(page).getByRole('button', { name, exact: true });

async function askFor(page: Page, name: string): Promise<void> {
  await press(button(page, 'Start a group'));
  await groups(page).getByRole('textbox', { name: 'What is it called?' }).fill(name);
  await groups(page)
    .getByRole('radio', { name: /^Closed/ })
    .check();
  await press(button(page, 'Start group'));
  await groups(page).getByText('An owner of this site has been asked').waitFor();
}

/** What the site answers to an owner who calls it by hand. */
const call = <T>(page: Page, method: 'GET' | 'POST', path: string): Promise<T> =>
  page.evaluate(
    async ({ url, method }) => {
      const headers = { accept: 'application/json;odata=nometadata' };
      const response = await fetch(url, { method, headers });
      if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
      const text = await response.text();
      return (text === '' ? {} : JSON.parse(text)) as T;
    },
    { url: `${companySite}/_api/${path}`, method },
  );

describe('a request for a closed group', () => {
  it('is taken back by who asked, and nobody is asked any more', async () => {
    const page = await openGroups(founder);
    await askFor(page, 'Verhuizing');
    await press(button(page, 'Take back: Verhuizing'));
    await groups(page).getByText('Your request has been taken back.').waitFor();
    await expect.poll(() => groups(page).getByText('Verhuizing').count()).toBe(0);
    const office = await openGroups(owner);
    await button(office, 'Start a group').waitFor();
    expect(await groups(office).getByText('Verhuizing').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('is declined by an owner, and leaves nothing', async () => {
    const page = await openGroups(founder);
    await askFor(page, 'Borrelclub');
    const office = await openGroups(owner);
    await press(button(office, 'Decline: Borrelclub'));
    await groups(office).getByText('The request for “Borrelclub” has been declined.').waitFor();
    expect(await violations(office)).toEqual([]);
    for (const person of [founder, owner, member]) {
      const again = await openGroups(person);
      await button(again, 'Start a group').waitFor();
      expect(await groups(again).getByText('Borrelclub').count(), person).toBe(0);
    }
  });
});

describe('an open group', () => {
  it('is left and joined', async () => {
    const page = await openGroups(colleague);
    const name = 'De Kantine';
    const leave = button(page, `Leave: ${name}`);
    const join = button(page, `Join: ${name}`);
    await leave.or(join).waitFor();
    if ((await leave.count()) > 0) {
      await press(leave);
      await groups(page).getByText(`You have left “${name}”.`).waitFor();
    }
    await press(join);
    await groups(page).getByText(`You are in “${name}” now.`).waitFor();
    await press(leave);
    await groups(page).getByText(`You have left “${name}”.`).waitFor();
    const again = await openGroups(colleague);
    await button(again, `Join: ${name}`).waitFor();
  });
});

describe('a closed group', () => {
  const name = 'Reorganisatie';

  it('is joined by whom its steward lets in', async () => {
    await askFor(await openGroups(founder), name);
    const office = await openGroups(owner);
    await press(button(office, `Approve: ${name}`));
    await groups(office).getByText(`“${name}” is set up.`).waitFor({ timeout: 120_000 });

    const outsider = await openGroups(member);
    const page = await openGroups(founder);
    await press(button(page, `Members: ${name}`));
    for (const known of ['Olivia Barnes', 'Tineke Smit']) {
      await groups(page).getByRole('combobox', { name: 'Let colleagues in' }).fill(known);
      await groups(page).getByRole('option', { name: known }).click();
    }
    await press(button(page, 'Let in'));
    await groups(page).getByText('They are members now.').waitFor();
    expect(await violations(page)).toEqual([]);

    await outsider.close();
    const inside = await openGroups(member);
    await press(button(inside, name));
    await groups(inside)
      .getByRole('textbox', { name: `Write to ${name}` })
      .fill('Ik lees mee');
    await press(button(inside, 'Post'));
    const post = groups(inside).locator('kantine-post').filter({ hasText: 'Ik lees mee' });
    await post.getByRole('button', { name: 'Edit' }).waitFor();
  });

  it('tells an owner of the site, who is not in it, what a member reports', async () => {
    const page = await openGroups(founder);
    await press(button(page, name));
    const post = groups(page).locator('kantine-post').filter({ hasText: 'Ik lees mee' });
    await post.getByRole('button', { name: 'More', exact: true }).first().click();
    await press(post.getByRole('button', { name: 'Report…' }));
    await post.getByRole('radio', { name: 'Something else' }).check();
    await post.getByRole('textbox', { name: 'A note (optional)' }).fill('Kijk hier eens naar');
    await press(post.getByRole('button', { name: 'Report', exact: true }));
    await post.getByText('Thank you. It was passed on.').waitFor();
    const office = await openGroups(owner);
    await press(button(office, `Reports: ${name}`));
    await groups(office).getByText('Kijk hier eens naar').waitFor();
    // The audience label names owners among its readers.
    await groups(office).getByText('Ik lees mee').waitFor();
    expect(await violations(office)).toEqual([]);
    const outsider = await openGroups(asker);
    await button(outsider, `Ask to join: ${name}`).waitFor();
    expect(await button(outsider, `Reports: ${name}`).count()).toBe(0);
  });

  it('is asked to be let into; an owner’s visit passes it on, a steward says not now, and lets in', async () => {
    const ask = async (note: string): Promise<void> => {
      const page = await openGroups(asker);
      await press(button(page, `Ask to join: ${name}`));
      await groups(page)
        .getByRole('textbox', { name: /^A line for its stewards/ })
        .fill(note);
      await press(button(page, 'Ask'));
      await groups(page).getByText(`You have asked to join “${name}”.`).waitFor();
      await groups(page).getByText('An owner of this site will pass it on.').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.close();
      const office = await openGroups(owner);
      await button(office, 'Start a group').waitFor();
      await office.close();
    };
    const wishes = async (): Promise<Page> => {
      const page = await openGroups(founder);
      await press(button(page, `Members: ${name}`));
      await groups(page).getByText('Passed on by Marijke Hoogland').waitFor();
      return page;
    };
    await ask('Ik wil meepraten');
    const refusing = await wishes();
    await groups(refusing).getByText('Ik wil meepraten').waitFor();
    expect(await violations(refusing)).toEqual([]);
    await press(button(refusing, `Not now: ${askersName}`));
    await expect.poll(() => groups(refusing).getByText('Ik wil meepraten').count()).toBe(0);
    await refusing.close();
    // The answer comes back with the next visit of an owner.
    await button(await openGroups(owner), 'Start a group').waitFor();

    await ask('En nu?');
    const letting = await wishes();
    await press(button(letting, `Let in: ${askersName}`));
    await button(letting, `Remove from the group: ${askersName}`).waitFor();

    const inside = await openGroups(asker);
    await press(button(inside, name));
    await groups(inside).locator('kantine-post').filter({ hasText: 'Ik lees mee' }).waitFor();
  });

  it('S-A6: is left by asking a steward, who takes the member out', async () => {
    const page = await openGroups(colleague);
    await groups(page).getByText('Nadia Belkacem asked you in.').waitFor();
    await press(button(page, `Stay: ${name}`));
    await press(button(page, `Leave: ${name}`));
    await press(button(page, `Ask a steward to take me out: ${name}`));
    await groups(page).getByText('A steward has been asked to take you out').waitFor();
    await expect.poll(() => button(page, `Leave: ${name}`).count()).toBe(0);

    const steward = await openGroups(founder);
    await press(button(steward, `Members: ${name}`));
    await groups(steward).getByText('Asks to be taken out').waitFor();
    await press(button(steward, 'Remove from the group: Tineke Smit'));
    await groups(steward).getByText('Tineke Smit is no longer in the group.').waitFor();
  });

  it('S-A5: goes on without a member who was removed from the site, whose words stay under their name', async () => {
    const office = await openGroups(owner);
    const login = `i:0#.f|membership|${member}@tarwijk.example`;
    const { Id } = await call<{ Id: number }>(
      office,
      'GET',
      `web/siteUsers/getByLoginName(@v)?$select=Id&@v='${encodeURIComponent(login)}'`,
    );
    await call(office, 'POST', `web/siteUsers/removeById(${Id})`);

    const page = await openGroups(founder);
    await press(button(page, `Members: ${name}`));
    await groups(page).getByRole('list', { name: 'Members' }).getByText('Nadia Belkacem').waitFor();
    expect(await groups(page).getByText('Olivia Barnes').count()).toBe(0);
    await press(button(page, name));
    const post = groups(page).locator('kantine-post').filter({ hasText: 'Ik lees mee' });
    await post.getByRole('button', { name: 'Olivia Barnes' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error but the refusals', () => {
    expect(intranet.trouble.filter((each) => !/status of 40[34]/.test(each))).toEqual([]);
  });
});
