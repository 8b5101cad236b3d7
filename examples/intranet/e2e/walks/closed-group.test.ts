/** A closed group on SharePoint: asked for, approved with one click, and unreadable to people who are not in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { groupsOn, haveMade, openGroups } from '../closed-groups.ts';
import { intranetUnderTest } from '../intranet-under-test.ts';
import type { IntranetUnderTest } from '../intranet-under-test.ts';
import { companySite } from '../../sharepoint/server/tenant.ts';
import { press } from '../pressing.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const owner = 'marijke.hoogland';
const employee = 'nadia.belkacem';
const stranger = 'olivia.barnes';
const name = 'Reorganisatie';
const secret = 'Nog niemand weet dat het magazijn verhuist';

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What SharePoint answers to a call that somebody writes by hand in the console of their browser. */
const call = (page: Page, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> =>
  page.evaluate(
    async ({ url, method, body }) => {
      const headers = {
        accept: 'application/json;odata=nometadata',
        'content-type': 'application/json',
      };
      const response = await fetch(url, { method, headers, ...(body ? { body } : {}) });
      return { status: response.status, text: await response.text() };
    },
    { url: `${companySite}/_api/${path}`, method, body: body && JSON.stringify(body) },
  );

async function listsOf(page: Page): Promise<string[]> {
  const { text } = await call(page, 'GET', 'web/lists?$select=Title');
  return (JSON.parse(text) as { value: { Title: string }[] }).value.map(({ Title }) => Title);
}

describe('a closed group', () => {
  it('is asked for by an employee, and made by an owner with one click', async () => {
    await haveMade(intranet, { founder: employee, owner, name, access: 'Closed' });
  });

  it('is chosen for a wall by the owner, and written in by its member', async () => {
    // Its founder publishes its name by coming in; until then nobody reads it.
    await groupsOn(await openGroups(intranet, employee))
      .getByRole('button', { name, exact: true })
      .waitFor();
    const page = await intranet.open(owner, 'sharepoint');
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await press(page.getByRole('button', { name: 'Edit properties of Wall' }));
    const pane = page.getByRole('complementary', { name: 'Web part settings' });
    await pane.getByRole('combobox', { name: 'Group' }).selectOption(name);
    await press(page.getByRole('button', { name: 'Save and close' }));
    await page.getByText('Page saved').waitFor();

    const member = await intranet.open(employee, 'sharepoint', { until: 'kantine-wall' });
    await member.getByRole('textbox', { name: `Write to ${name}` }).fill(secret);
    await press(member.getByRole('button', { name: 'Post', exact: true }));
    const post = member.locator('kantine-post').filter({ hasText: secret });
    await post.getByRole('button', { name: 'Edit' }).waitFor();
  });

  it('shows a stranger that it is closed, and nothing of what is in it', async () => {
    const page = await intranet.open(stranger, 'sharepoint', { until: 'kantine-wall' });
    await page.getByText('Only its members read this wall').waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await page.locator('kantine-wall kantine-post').count()).toBe(0);
  });

  it('stays unreadable to a stranger who calls SharePoint by hand', async () => {
    const member = await intranet.open(employee, 'sharepoint', { until: 'kantine-wall' });
    const page = await openGroups(intranet, stranger);
    const known = await listsOf(page);
    const hidden = (await listsOf(member)).filter((title) => !known.includes(title));
    expect(hidden.length).toBeGreaterThan(0);

    const read: string[] = [];
    for (const title of hidden) {
      const list = `web/lists/getByTitle('${title}')`;
      const { text } = await call(member, 'GET', `${list}/items`);
      read.push(text);
      const view = { query: { ViewXml: '<View><RowLimit>10</RowLimit></View>' } };
      const stream = { parameters: { ViewXml: view.query.ViewXml } };
      const answers = [
        await call(page, 'GET', list),
        await call(page, 'GET', `${list}/items`),
        await call(page, 'GET', `${list}/items(1)`),
        await call(page, 'GET', `${list}/roleAssignments`),
        await call(page, 'POST', `${list}/getItems`, view),
        await call(page, 'POST', `${list}/renderListDataAsStream`, stream),
        await call(page, 'POST', `${list}/items`, { Title: 'Let me in' }),
        await call(page, 'POST', `${list}/resetRoleInheritance`),
      ];
      for (const answer of answers) {
        expect([403, 404]).toContain(answer.status);
        expect(answer.text).not.toContain(secret);
      }
    }
    // The same call by hand tells its member what the stranger was refused.
    expect(read.join()).toContain(secret);
  });
});

describe('all of it', () => {
  it('broke no policy and reported no error but the refusals', () => {
    expect(intranet.trouble.filter((each) => !/status of 40[34]/.test(each))).toEqual([]);
  });
});
