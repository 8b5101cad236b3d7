import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIntranet } from './intranet.ts';
import type { Intranet } from './intranet.ts';

let intranet: Intranet;
beforeAll(async () => {
  intranet = await startIntranet({ port: 0 });
});
afterAll(() => intranet.close());

describe('the local intranet', () => {
  it('begins with the SharePoint page', async () => {
    const response = await fetch(intranet.url, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/sharepoint');
  });

  /** As a page of another site asks that has pointed its own name at this machine. */
  const askedAs = (host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      get(`${intranet.url}/sharepoint/preload.json`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).on('error', reject);
    });

  it('T21: answers to its own names only', async () => {
    const { port } = new URL(intranet.url);
    for (const name of ['intranet.example', `intranet.example:${port}`, 'localhost.example']) {
      expect(await askedAs(name), name).toBe(421);
    }
    for (const name of [`localhost:${port}`, `127.0.0.1:${port}`, 'localhost']) {
      expect(await askedAs(name), name).toBe(404);
    }
  });

  it.each(['/assets/..%2Fserver%2Fmain.ts', '/assets/page.ts', '/confluence', '/elsewhere'])(
    'gives nothing at %s',
    async (path) => {
      expect((await fetch(intranet.url + path)).status).toBe(404);
    },
  );
});
