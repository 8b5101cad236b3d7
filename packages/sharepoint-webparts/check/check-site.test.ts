import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSharePoint } from '@kantine/sharepoint-emulator';
import type { SharePoint } from '@kantine/sharepoint-emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSite } from './check-site.ts';

let sharePoint: SharePoint;
let url: string;

beforeEach(async () => {
  sharePoint = await startSharePoint({
    tenant: {
      users: [
        { loginName: 'ada@contoso.test', title: 'Ada Lovelace' },
        { loginName: 'ben@contoso.test', title: 'Ben Okri' },
      ],
      sites: [
        {
          url: '/sites/intranet',
          title: 'Intranet',
          owners: ['ada@contoso.test'],
          members: ['ben@contoso.test'],
        },
      ],
    },
  });
  url = `${sharePoint.url}/sites/intranet`;
});
afterEach(() => sharePoint.close());

const tokenOf = (name: string): string => sharePoint.signIn(`${name}@contoso.test`).token;

const run = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  promisify(execFile)(
    process.execPath,
    ['--conditions=@kantine/source', join(import.meta.dirname, 'main.ts'), ...args],
    { env: { PATH: process.env.PATH, ...env } },
  );

/** Titles of what a check might leave. */
async function left(): Promise<readonly string[]> {
  const { headers } = sharePoint.signIn('ada@contoso.test');
  const titles = async (path: string): Promise<readonly string[]> => {
    const response = await fetch(`${url}/_api/web/${path}?$select=Title`, {
      headers: { ...headers, Accept: 'application/json;odata=nometadata' },
    });
    const { value } = (await response.json()) as { value: readonly { Title: string }[] };
    return value.map(({ Title }) => Title);
  };
  return [...(await titles('lists')), ...(await titles('siteGroups'))].filter((title) =>
    title.startsWith('KantineCheck'),
  );
}

/** A check waits for dates to move and for its two people to meet. */
const timeout = 60_000;

describe('npm run check-site', { timeout }, () => {
  it('prints the table of a site, with a colleague’s facts, and names nobody', async () => {
    sharePoint.behave({ stampsByContributor: 'works', groupAsOwnerByRest: 'ignored' });
    const { stdout } = await run(
      { KANTINE_TOKEN: tokenOf('ada'), KANTINE_COLLEAGUE_TOKEN: tokenOf('ben') },
      url,
    );
    expect(stdout).toContain('Sent. Kantine expects this. Nothing to do. [dateHeader=sent]');
    expect(stdout).toContain('[groupOwner=ignored]');
    expect(stdout).toMatch(
      /Works\. A colleague with technical skill .* \[stamps=works Author, Created\]/,
    );
    expect(stdout).not.toMatch(/Ada|Ben|contoso|KantineCheck/i);
    expect(await left()).toEqual([]);
  });

  it('takes the cookies of a browser', async () => {
    const { cookie } = sharePoint.signIn('ada@contoso.test');
    const { stdout } = await run({ KANTINE_COOKIE: cookie }, url);
    expect(stdout).toContain('[clientObjects=works]');
    expect(stdout).not.toContain('[stamps=');
  });

  it('says how it is called, and who may not', async () => {
    await expect(run({}, url)).rejects.toMatchObject({ code: 2 });
    await expect(run({ KANTINE_TOKEN: tokenOf('ben') }, url)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Forbidden') as string,
    });
  });

  it('sends no secret in the open', async () => {
    const site = { url: 'http://contoso.sharepoint.test/sites/a', owner: { token: 'secret' } };
    await expect(checkSite(site)).rejects.toThrow('https://');
  });

  it('takes a second owner for no colleague, and leaves nothing', async () => {
    const owner = { token: tokenOf('ada') };
    await expect(checkSite({ url, owner, colleague: owner })).rejects.toThrow('owns the site');
    expect(await left()).toEqual([]);
  });
});
