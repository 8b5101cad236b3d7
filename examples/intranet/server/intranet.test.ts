import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIntranet } from './intranet.ts';
import type { Intranet } from './intranet.ts';

let intranet: Intranet;
beforeAll(async () => {
  intranet = await startIntranet({ port: 0, file: ':memory:' });
});
afterAll(() => intranet.close());

const nadia = { 'intranet-person': 'nadia.belkacem' };

const call = (body: string, headers: Record<string, string> = nadia): Promise<Response> =>
  fetch(`${intranet.url}/call`, { method: 'POST', headers, body });

const operation = async (operation: string, input: unknown): Promise<unknown> =>
  (await call(JSON.stringify({ operation, input }))).json();

describe('the local intranet', () => {
  it('answers as whoever the page says is signed in', async () => {
    expect(await operation('readMe', {})).toMatchObject({ value: { name: 'Nadia Belkacem' } });
  });

  it.each([
    ['nobody', {}],
    ['somebody unknown', { 'intranet-person': 'nobody' }],
    ['somebody who left', { 'intranet-person': 'henk.wolters' }],
  ])('answers nothing to %s', async (_, headers) => {
    const response = await call('{"operation":"readMe","input":{}}', headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: 'Choose at the top who you are.' });
  });

  it('takes no author, time or person from an input', async () => {
    const groups = (await operation('listGroups', {})) as { value: { id: string }[] };
    const group = groups.value[0]?.id;
    const forged = { author: 'dennis.vanderkolk', created: 0, me: 'dennis.vanderkolk' };
    const input = { group, text: 'Van mij', key: 'a-key-of-a-test', ...forged };
    const { value } = (await operation('post', input)) as { value: { author: { id: string } } };
    expect(value.author.id).toBe('nadia.belkacem');
  });

  it.each([
    ['no JSON', '{', 400],
    ['more than it can hold', `"${'x'.repeat(5 * 1024 * 1024)}"`, 413],
  ])('refuses %s', async (_, body, status) => {
    const response = await call(body);
    expect(response.status).toBe(status);
  });

  it.each(['{}', '[]', 'null', '{"operation":"toString"}', '{"operation":"readWall"}'])(
    'says what is wrong with the request %s',
    async (body) => {
      const response = await call(body);
      expect(await response.json()).toMatchObject({ error: { tag: 'Invalid' } });
    },
  );

  it.each(['/assets/..%2Fserver%2Fmain.ts', '/assets/page.ts', '/photos/x.svg', '/elsewhere'])(
    'gives nothing at %s',
    async (path) => {
      expect((await fetch(intranet.url + path, { headers: nadia })).status).toBe(404);
    },
  );

  it('announces what others write, and nothing of what only they may read', async () => {
    const groups = (await operation('listGroups', {})) as { value: { id: string }[] };
    const group = groups.value[0]?.id ?? '';
    const stream = await fetch(`${intranet.url}/changes?as=dennis.vanderkolk`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await operation('markRead', { group, until: Date.now() });
    await operation('post', { group, text: 'Zichtbaar', key: 'another-key-of-a-test' });
    let heard = '';
    while (!heard.includes('posts')) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(heard).toContain(`"container":"group:${group}"`);
    expect(heard).not.toContain('person:');
  });
});
