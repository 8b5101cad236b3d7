/** What an export of a page gives away: posts of open groups of its space, to people who may read them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { messageOf } from './document.ts';
import { exportLink, exportMacro } from './export.ts';

const anna = accountOf('anna');
const onThePage = 'What Kantine shows here can be read on the page.';
const secret = 'We meet on the second floor';

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation();
});
afterEach(() => organisation.close());

/** A group with a post, started on a page of a space. */
async function groupIn(space: 'WORK' | 'HALL', access?: 'closed'): Promise<string> {
  const call = async (operation: string, input: object): Promise<string> => {
    const answer = await organisation.call({ as: anna, space }, operation, input);
    return (answer as { value: { id: string } }).value.id;
  };
  const more = access === undefined ? {} : { access };
  const group = await call('groups.create', { name: `Lunch in ${space}`, purpose: '', ...more });
  await call('wall.post', { group, text: secret, key: 'the key of a post' });
  return group;
}

const everywhere = { cloudId: 'a-site', siteUrl: 'https://office.test', moduleKey: 'wall' };
const content = { id: '7', type: 'page' };
const payloads = {
  word: (group: string, more: object = {}) => ({
    exportType: 'word',
    context: { ...everywhere, content, spaceKey: 'WORK', config: { group }, ...more },
  }),
  pdf: (group: string, more: object = {}) => ({
    exportType: 'pdf',
    context: { ...everywhere, extension: { content, space: { id: '300', key: 'WORK' } }, ...more },
    extensionPayload: { config: { group } },
  }),
};

const exported = async (payload: object, person: string | undefined = anna): Promise<string> =>
  JSON.stringify(
    await organisation.inside({ as: person }, () =>
      exportMacro(organisation.instance, payload, person),
    ),
  );

describe.each(['word', 'pdf'] as const)('an export to %s', (kind) => {
  const payload = payloads[kind];

  it('F-C1: shows the newest posts of an open group whose space is the page’s', async () => {
    const shown = await exported(payload(await groupIn('WORK'), { locale: 'nl_NL' }));
    expect(shown).toContain(secret);
    expect(shown).toContain('Nieuw in Lunch in WORK');
    expect(shown).toContain('https://office.test/wiki/spaces/WORK/pages/7');
  });

  it.each([
    ['a group of another space', 'HALL', undefined],
    ['a closed group, to its founder too', 'WORK', 'closed'],
  ] as const)('F-C1: is one sentence with a link for %s', async (_, space, access) => {
    const shown = await exported(payload(await groupIn(space, access)));
    expect(shown).toContain(onThePage);
    expect(shown).toContain('https://office.test/wiki/spaces/WORK/pages/7');
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain('Lunch');
  });

  it('F-C1: is the sentence alone for a macro that shows something else of a group', async () => {
    const shown = JSON.stringify(exportLink(payload(await groupIn('WORK'))));
    expect(shown).toContain(onThePage);
    expect(shown).not.toContain(secret);
  });

  it('F-C1: is the same sentence for somebody who may not read the space', async () => {
    const group = await groupIn('WORK');
    await organisation.restrict(accountOf('ben'), 'none');
    const shown = await exported(payload(group), accountOf('ben'));
    expect(shown).toContain(onThePage);
    expect(shown).not.toContain(secret);
  });

  it('F-C1: asks for nothing where nobody exports it', async () => {
    const asked = payload(await groupIn('WORK'));
    const before = [organisation.statements.length, organisation.confluenceCalls()];
    const shown = await organisation.inside({ as: anna }, () =>
      exportMacro(organisation.instance, asked, undefined),
    );
    expect(JSON.stringify(shown)).toContain(onThePage);
    expect([organisation.statements.length, organisation.confluenceCalls()]).toEqual(before);
  });

  it('F-C1: is the sentence where the database does not answer', async () => {
    const group = await groupIn('WORK');
    organisation.network.inject({ kind: 'offline', on: 'read' });
    const shown = await exported(payload(group));
    organisation.network.heal();
    expect(shown).toContain(onThePage);
  });
});

it('of a macro that names no group, or of what nobody knows, is the sentence', async () => {
  const page = { content, spaceKey: 'WORK', config: { group: 'x' } };
  for (const payload of [
    {},
    { context: everywhere },
    { context: 7, extensionPayload: null },
    { context: { ...everywhere, ...page, siteUrl: 'office' } },
    { context: { ...everywhere, ...page, locale: 'constructor' } },
    { context: { ...everywhere, ...page, locale: '__proto__' } },
  ]) {
    expect(await exported(payload)).toContain(onThePage);
  }
});

it('keeps the lines of a message, and no empty text', () => {
  const text = (words: string) => ({ type: 'text', text: words });
  expect(messageOf('one\ntwo\n\n\nthree')).toEqual([
    { type: 'paragraph', content: [text('one'), { type: 'hardBreak' }, text('two')] },
    { type: 'paragraph', content: [text('three')] },
  ]);
  expect(messageOf('')).toEqual([]);
});
