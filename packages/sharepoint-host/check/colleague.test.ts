import { describe, expect, it } from 'vitest';
import { checkedSite } from '../testing/checks.ts';
import type { Forced } from '../testing/checks.ts';
import { get, merge, post } from '../wire/index.ts';
import type { Answer } from './index.ts';

const { open, checksOf, fetchOf, contents } = checkedSite();

/** An owner's page waits while a colleague's does its part. */
async function runWithColleague(): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const invitation = await checksOf('owner').invite();
  try {
    const listening = invitation.listen({ tell: (answer) => void answers.set(answer.id, answer) });
    expect(await checksOf('ben').help(invitation.token)).toBe('done');
    await listening;
  } finally {
    await invitation.end();
  }
  return answers;
}

/** The colleague's checks where SharePoint refuses some addresses. */
function checksRefused(isRefused: (url: string) => boolean) {
  const fetch = fetchOf('ben');
  return checksOf('ben', {
    fetch: (url, init) =>
      isRefused(url) ? Promise.resolve(new Response('{}', { status: 403 })) : fetch(url, init),
  });
}

const forced: readonly Forced[] = [
  ['itemSecurity', 'kept', {}],
  ['itemSecurity', 'liftedByEdit', { itemSecurityLiftedBy: 'manageLists' }],
  ['hiddenRows', 'alike', {}],
  ['sharedRow', 'works', {}],
  ['attachments', 'refused', {}],
  ['attachments', 'readable', { attachmentsOfHiddenItems: 'readable' }],
  ['stamps', 'refused', {}],
  ['stamps', 'works', { stampsByContributor: 'works' }],
  ['uniqueRights', 'told', {}],
  ['uniqueRights', 'refused', { uniqueRightsToMembers: 'refused' }],
  ['ensureUser', 'works', {}],
  ['ensureUser', 'refused', { ensureUser: 'refused' }],
  ['leaving', 'refused', {}],
  ['leaving', 'works', { leavingByRest: 'works' }],
];

describe('a colleague does their part', () => {
  it.each(forced)('%s: says %s when SharePoint does', async (fact, answer, behaviours) => {
    await open(behaviours);
    const before = await contents();
    const answers = await runWithColleague();
    expect(answers.get(fact), JSON.stringify([...answers.values()])).toMatchObject({ answer });
    expect([...answers.keys()].sort()).toEqual([...checksOf('owner').withColleague].sort());
    expect(await contents()).toEqual(before);
  });

  it('itemSecurity: says open when a list keeps nobody to their own rows', async () => {
    const organisation = await open();
    const invitation = await checksOf('owner').invite();
    const list = `web/lists/getByTitle('KantineCheck${invitation.token}')`;
    await organisation.wireOf('owner').send(merge(list, { ReadSecurity: 1, WriteSecurity: 1 }));
    const told = new Map<string, Answer>();
    const listening = invitation.listen({ tell: (answer) => void told.set(answer.id, answer) });
    await checksOf('ben').help(invitation.token);
    await listening;
    await invitation.end();
    expect(told.get('itemSecurity')).toMatchObject({ answer: 'open' });
    expect(told.get('hiddenRows')).toMatchObject({ answer: 'differ' });
  });

  it('hiddenRows: names the requests that tell a hidden row from a missing one', async () => {
    await open();
    const invitation = await checksOf('owner').invite();
    const told = new Map<string, Answer>();
    const listening = invitation.listen({ tell: (answer) => void told.set(answer.id, answer) });
    const checks = checksRefused((url) => url.endsWith('/items(1)/versions'));
    await checks.help(invitation.token, (answer) => void told.set(answer.id, answer));
    await listening;
    await invitation.end();
    expect(told.get('hiddenRows')).toEqual({
      id: 'hiddenRows',
      answer: 'differ',
      detail: 'versions',
    });
  });

  it('sharedRow: says refused when a list with one shared row cannot be asked', async () => {
    await open();
    const invitation = await checksOf('owner').invite();
    const told = new Map<string, Answer>();
    const listening = invitation.listen({ tell: (answer) => void told.set(answer.id, answer) });
    const checks = checksRefused((url) => /getByTitle\('KantineCheck\w+'\)\/items/.test(url));
    await checks.help(invitation.token);
    await listening;
    await invitation.end();
    expect(told.get('sharedRow')).toEqual({ id: 'sharedRow', answer: 'refused', detail: '403' });
  });

  it('is no part for an owner, and none without an invitation', async () => {
    await open();
    const invitation = await checksOf('owner').invite();
    expect(await checksOf('owner').help(invitation.token)).toBe('owner');
    expect(await checksOf('ben').help('a'.repeat(26))).toBe('gone');
    expect(await checksOf('ben').help("x') or true")).toBe('gone');
    await invitation.end();
    expect(await checksOf('ben').help(invitation.token)).toBe('gone');
  });

  it('is heard as what it may say, whatever a colleague writes', async () => {
    const organisation = await open();
    const invitation = await checksOf('owner').invite();
    const list = `web/lists/getByTitle('KantineCheck${invitation.token}')/items`;
    const wire = organisation.wireOf('ben');
    const titles = ['stamps=ask Ben', 'stamps=<b>', 'toString=works', 'stamps=works Ben', 'done'];
    for (const Title of titles) {
      await wire.send(post(list, { Title }));
    }
    const told: Answer[] = [];
    await invitation.listen({ tell: (answer) => void told.push(answer) });
    expect(told).toEqual([{ id: 'stamps', answer: 'works' }]);
    await invitation.end();
  });

  it('touches no row that can be read, wherever a link leads', async () => {
    const organisation = await open();
    const token = 'a'.repeat(26);
    const wire = organisation.wireOf('owner');
    const Title = `KantineCheck${token}`;
    await wire.send(post('web/lists', { Title, BaseTemplate: 100, Hidden: true }));
    const list = `web/lists/getByTitle('${Title}')/items`;
    await organisation.wireOf('ben').send(post(list, { Title: 'mine' }));
    expect(await checksOf('ben').help(token)).toBe('done');
    const rows = await wire.send<readonly { Title: string }[]>(
      get(`${list}?$select=Title&$orderby=ID asc`),
    );
    expect(rows[0]).toMatchObject({ Title: 'mine' });
  });

  it('follows no link to a list that pages show', async () => {
    const organisation = await open();
    const token = 'b'.repeat(26);
    await organisation
      .wireOf('owner')
      .send(post('web/lists', { Title: `KantineCheck${token}`, BaseTemplate: 100 }));
    expect(await checksOf('ben').help(token)).toBe('gone');
  });

  it('finds nothing that it could change', async () => {
    const organisation = await open();
    const invitation = await checksOf('owner').invite();
    const list = `web/lists/getByTitle('KantineCheck${invitation.token}')`;
    const wire = organisation.wireOf('ben');
    await expect(wire.send(merge(list, { ReadSecurity: 1 }))).rejects.toThrow();
    await expect(wire.send(merge(`${list}/items(1)`, { Title: 'x' }))).rejects.toThrow();
    await invitation.end();
  });
});
