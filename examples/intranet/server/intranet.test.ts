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

  it('says which port to take instead of a taken one', async () => {
    const port = Number(new URL(intranet.url).port);
    await expect(startIntranet({ port })).rejects.toThrow(`npm start -- --port ${port + 1}`);
  });

  it.each(['/assets/..%2Fserver%2Fmain.ts', '/assets/page.ts', '/confluence', '/elsewhere'])(
    'gives nothing at %s',
    async (path) => {
      expect((await fetch(intranet.url + path)).status).toBe(404);
    },
  );
});
