/** What somebody sees who opens the pages with the browser's tools beside them. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intranetUnderTest } from './intranet-under-test.ts';
import type { HostPage, IntranetUnderTest } from './intranet-under-test.ts';

let intranet: IntranetUnderTest;
beforeAll(async () => {
  intranet = await intranetUnderTest();
});
afterAll(() => intranet.close());

const until = { sharepoint: 'kantine-wall kantine-post', confluence: 'iframe' } as const;
/** Frames of apps are of another site than Confluence's page, and both are on this machine. */
const thisMachine = ['localhost', '127.0.0.1'];

/** Whom a page asks, from its first request on. */
function witness() {
  const hosts = new Set<string>();
  const prepare = (page: Page): Promise<void> => {
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(http|ws)s?:$/.test(protocol)) hosts.add(hostname);
    });
    return Promise.resolve();
  };
  return { hosts, prepare };
}

describe.each<HostPage>(['sharepoint', 'confluence'])('the %s page', (hostPage) => {
  it('asks no other machine, and its console has no red line', async () => {
    const { hosts, prepare } = witness();
    const options = { until: until[hostPage], prepare };
    const page = await intranet.open('nadia.belkacem', hostPage, options);
    if (hostPage === 'sharepoint') {
      await page.locator('#edit').click();
      await page
        .getByRole('button', { name: /^Edit properties of/ })
        .first()
        .click();
      await page.locator('#pane h2').waitFor();
    }
    // Whatever is asked for late, as by timers of the runtime.
    await page.waitForTimeout(3000);
    expect(hosts.size).toBeGreaterThan(0);
    expect([...hosts].filter((host) => !thisMachine.includes(host))).toEqual([]);
    expect(intranet.trouble).toEqual([]);
  });
});
