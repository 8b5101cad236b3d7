/**
 * The readers of a site take part as its owner chooses: a direct grant, a group of the directory, a guest, a
 * reader who is left out. And the owner's way from one button to the first post, without a reload.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { smallCompany } from '../small-company.ts';
import { violations } from '../violations.ts';
import { press } from '../pressing.ts';

const site = '/sites/nieuw';
const owner = 'marijke.hoogland';
/** Reads the site by a grant of her own. */
const direct = 'nadia.belkacem';
/** Read it by the group of their department. */
const stockroom = 'tineke.smit';
/** Reads it by a grant of her own, and the owner leaves her out. */
const leftOut = 'olivia.barnes';
const guest = 'eve_elsewhere.example#ext#';
/** Comes after the set-up. */
const late = 'bram.schouten';

function companyWithGuest() {
  const company = smallCompany();
  const [somebody] = company.people;
  if (!somebody) throw new Error('Nobody works here.');
  const eve = {
    ...somebody,
    id: guest,
    name: 'Eve Lund',
    title: 'Consultant',
    department: 'Elders',
    email: 'eve@elsewhere.example',
    managerId: owner,
  };
  return { ...company, people: [...company.people, eve] };
}

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest(companyWithGuest());
});
afterAll(() => intranet.close());

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** Asks the site's API as the page's reader, as an owner's script would. */
const call = <T>(page: Page, { method, path, body }: Call): Promise<T> =>
  page.evaluate(
    async ({ url, method, body }) => {
      const headers = {
        accept: 'application/json;odata=nometadata',
        'content-type': 'application/json',
      };
      const response = await fetch(url, { method, headers, ...(body ? { body } : {}) });
      if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
      const text = await response.text();
      return (text === '' ? {} : JSON.parse(text)) as T;
    },
    { url: `${site}/_api/${path}`, method, body: body && JSON.stringify(body) },
  );

/** Lets somebody, or a group of the directory, read the site and no more. */
async function letRead(page: Page, logonName: string): Promise<void> {
  const { Id } = await call<{ Id: number }>(page, {
    method: 'POST',
    path: 'web/ensureUser',
    body: { logonName },
  });
  const level = await call<{ Id: number }>(page, {
    method: 'GET',
    path: 'web/roleDefinitions/getByType(2)',
  });
  const grant = `addRoleAssignment(principalId=${Id},roleDefId=${level.Id})`;
  await call(page, { method: 'POST', path: `web/roleAssignments/${grant}` });
}

/** The site as its owner keeps it: nobody is a member, and readers come by ways of their own. */
async function arrange(page: Page): Promise<void> {
  const members = 'web/associatedMemberGroup/users';
  const { value } = await call<{ value: { Id: number }[] }>(page, {
    method: 'GET',
    path: `${members}?$select=Id&$top=500`,
  });
  for (const { Id } of value) {
    await call(page, { method: 'POST', path: `${members}/removeById(${Id})` });
  }
  for (const login of [direct, leftOut, guest]) await letRead(page, `${login}@tarwijk.example`);
  await letRead(page, 'Magazijn');
}

const open = (person: string, until: string, language = 'en'): Promise<Page> =>
  intranet.open(person, 'sharepoint', { site, until, language });
const box = (page: Page, name: string) =>
  page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
const pane = (page: Page) => page.getByRole('complementary', { name: 'Web part settings' });
const steps = (page: Page) => page.locator('kantine-first-steps');

describe('readers as they are', () => {
  it('S-B1: a site that nobody has set up says so to all of its readers, by whatever way they read it', async () => {
    const page = await open(owner, 'kantine-setup');
    await arrange(page);
    for (const person of [direct, stockroom, guest]) {
      const reader = await open(person, 'kantine-setup');
      await reader.getByText('Kantine is not set up here yet').waitFor();
    }
  });

  it('S-B1: the owner sees who reads the site, ticks who takes part, and sees how far it is', async () => {
    const page = await open(owner, 'kantine-setup fieldset');
    for (const name of ['Nadia Belkacem', 'Olivia Barnes', 'Magazijn', 'Nieuwe teamsite Members']) {
      expect(await box(page, name).isChecked(), name).toBe(true);
    }
    expect(await box(page, 'Eve Lund').isChecked()).toBe(false);
    await page.getByText('A guest').waitFor();
    expect(await violations(page)).toEqual([]);
    await box(page, 'Olivia Barnes').uncheck();
    await box(page, 'Eve Lund').check();
    await press(page.getByRole('button', { name: 'Set up', exact: true }));
    await page.getByText(/^Step \d+ of \d+$/).waitFor();
    // The widgets come by themselves.
    await page.getByText('This wall has no group yet').waitFor({ timeout: 60_000 });

    // The first group and the first post, on the same page.
    await steps(page).getByRole('textbox', { name: 'What is it called?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await steps(page).getByRole('textbox', { name: 'What is it called?' }).fill('De keuken');
    await steps(page).getByRole('button', { name: 'Start group' }).click();
    const line = steps(page).getByRole('textbox', { name: 'Write to De keuken' });
    await line.fill('Wie bakt er vrijdag?');
    await steps(page).getByRole('button', { name: 'Post', exact: true }).click();
    const done = steps(page).getByRole('button', { name: 'Done' });
    await done.waitFor();
    expect(await violations(page)).toEqual([]);
    // A refusal from before the set-up does not stay on the page.
    expect(await page.getByRole('alert').count()).toBe(0);
    await done.click();
    expect(await steps(page).count()).toBe(0);

    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await press(page.getByRole('button', { name: 'Choose a group' }));
    await pane(page).getByRole('combobox', { name: 'Group' }).selectOption('De keuken');
    await page.locator('kantine-post').first().waitFor();
    await press(page.getByRole('button', { name: 'Save and close' }));
    await page.getByText('Page saved').waitFor();
  });

  it('S-B1: a reader who was let in by a grant or a group of the directory takes part', async () => {
    for (const person of [direct, stockroom]) {
      const page = await open(person, 'kantine-post');
      const text = `Groeten van ${person}`;
      await page.getByRole('textbox', { name: 'Write to De keuken' }).fill(text);
      await press(page.getByRole('button', { name: 'Post', exact: true }));
      const post = page.locator('kantine-post').filter({ hasText: text });
      await post.getByRole('button', { name: 'Edit' }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await page.locator('kantine-setup').count()).toBe(0);
    }
  });

  it('S-B1: a reader who is left out is told so calmly on every widget, and whom to ask', async () => {
    const page = await open(leftOut, 'kantine-setup');
    await page.getByText('has not opened Kantine to you').waitFor();
    await page.getByText('ask Marijke Hoogland').waitFor();
    expect(await page.locator('kantine-setup').count()).toBeGreaterThan(1);
    expect(await page.locator('kantine-wall, kantine-groups, kantine-kudos').count()).toBe(0);
    expect(await page.getByText('set up').count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    const german = await open(leftOut, 'kantine-setup', 'de');
    await german.getByText('hat Kantine nicht für dich geöffnet').waitFor();
  });

  it('S-B3: a guest who was let in writes, and is shown as a guest', async () => {
    const page = await open(guest, 'kantine-post');
    await page.getByRole('textbox', { name: 'Write to De keuken' }).fill('Ik breng taart mee');
    await press(page.getByRole('button', { name: 'Post', exact: true }));
    const post = page.locator('kantine-post').filter({ hasText: 'Ik breng taart mee' }).first();
    await post.getByText('guest', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    const reader = await open(direct, 'kantine-post');
    await reader
      .locator('kantine-post')
      .filter({ hasText: 'Ik breng taart mee' })
      .getByText('guest', { exact: true })
      .waitFor();
    // Nobody is offered them.
    await press(reader.getByRole('button', { name: 'Thank a colleague' }));
    await reader.getByRole('combobox', { name: 'Whom do you want to thank?' }).fill('Eve Lund');
    await reader.getByText('Nobody found. Check the spelling.').first().waitFor();
  });

  it('S-B1: the owner is asked about who came since', async () => {
    const page = await open(owner, 'kantine-post');
    await letRead(page, `${late}@tarwijk.example`);
    const again = await open(owner, 'kantine-setup fieldset');
    await again.getByText('Somebody new can read this site').waitFor();
    expect(await violations(again)).toEqual([]);
    await press(again.getByRole('button', { name: 'Save', exact: true }));
    await expect.poll(() => again.locator('kantine-setup').count(), { timeout: 60_000 }).toBe(0);
    const reader = await open(late, 'kantine-post');
    expect(await reader.locator('kantine-setup').count()).toBe(0);
  });

  it('broke no policy and reported no error', () => {
    // A browser says so of every request that is refused, as those of who is left out are.
    const refused = /Failed to load resource: the server responded with a status of 40[34]/;
    expect(intranet.trouble.filter((each) => !refused.test(each))).toEqual([]);
  });
});
