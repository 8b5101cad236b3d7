import { Forbidden } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import { answersOf, checkedSite, runAlone } from '../testing/checks.ts';
import type { Forced } from '../testing/checks.ts';
import { post } from '../wire/index.ts';
import type { Answer } from './index.ts';

const { open, checksOf, fetchOf, contents } = checkedSite();

const alone: readonly Forced[] = [
  ['dateHeader', 'sent', {}],
  ['dateHeader', 'missing', { dateHeader: 'missing' }],
  ['severalTitles', 'works', {}],
  ['severalTitles', 'refused', { severalListTitles: 'refused' }],
  ['pageTokens', 'works', {}],
  ['pageTokens', 'refused', { pageTokenWithColumn: 'refused' }],
  ['pageTokens', 'ignored', { pageTokenWithColumn: 'ignored' }],
  ['missingPerson', 'notFound', {}],
  ['missingPerson', 'serverError', { missingPrincipal: 'serverError' }],
  ['peopleSearch', 'current', {}],
  ['uniqueBesideReadSecurity', 'refused', {}],
  ['uniqueBesideReadSecurity', 'works', { uniqueBesideReadSecurity: 'works' }],
  ['deletedDate', 'moves', {}],
  ['deletedDate', 'stays', { modifiedDateOnDelete: 'stays' }],
  ['groupOwner', 'refused', {}],
  ['groupOwner', 'ignored', { groupAsOwnerByRest: 'ignored' }],
  ['groupOwner', 'works', { groupAsOwnerByRest: 'works' }],
  ['clientObjects', 'works', {}],
];

describe('an owner checks a site', () => {
  it.each(alone)('%s: says %s when SharePoint does', async (fact, answer, behaviours) => {
    await open(behaviours);
    const before = await contents();
    const answers = await runAlone(checksOf('owner'));
    expect(answers.get(fact)).toMatchObject({ answer });
    expect(await contents()).toEqual(before);
  });

  it('answers every fact that it names, and no other', async () => {
    await open();
    const checks = checksOf('owner');
    expect([...(await runAlone(checks)).keys()]).toEqual(checks.alone);
  });

  it('peopleSearch: says behind when the search lacks whom the site met last', async () => {
    const organisation = await open({ searchDelay: 3600 });
    const wire = organisation.wireOf('owner');
    await runAlone(checksOf('owner'));
    organisation.sharePoint.addUser({ loginName: 'eve@contoso.test', title: 'Eve Lund' });
    await wire.send(post('web/ensureUser', { logonName: 'i:0#.f|membership|eve@contoso.test' }));
    const answers = await runAlone(checksOf('owner'));
    expect(answers.get('peopleSearch')).toMatchObject({ answer: 'behind', detail: '1 of 5' });
  });

  it('clientObjects and peopleSearch: say refused when a proxy lets nobody through', async () => {
    await open();
    const fetch = fetchOf('owner');
    const answers = await runAlone(
      checksOf('owner', {
        fetch: (url, init) =>
          /client\.svc|_api\/search/.test(url)
            ? Promise.resolve(new Response('', { status: 403 }))
            : fetch(url, init),
      }),
    );
    expect(answersOf(answers)).toMatchObject({
      clientObjects: 'refused',
      peopleSearch: 'refused',
    });
  });

  it.each([
    ['enforced', 'content-security-policy'],
    ['reported', 'content-security-policy-report-only'],
    ['none', 'x-other'],
  ])('pagePolicy: says %s by the header of the page', async (answer, header) => {
    const organisation = await open();
    const context = organisation.contextOf('owner');
    const answers = await runAlone(
      checksOf('owner', {
        fetch: (url, init) =>
          url === context.webUrl
            ? Promise.resolve(new Response('', { headers: { [header]: "script-src 'self'" } }))
            : fetchOf('owner')(url, init),
      }),
    );
    expect(answers.get('pagePolicy')).toEqual({ id: 'pagePolicy', answer });
  });

  it('is for owners alone', async () => {
    await open();
    await expect(runAlone(checksOf('ben'))).rejects.toBeInstanceOf(Forbidden);
    await expect(checksOf('ben').invite()).rejects.toBeInstanceOf(Forbidden);
  });

  it('goes on behind a fact that cannot be tried, and leaves nothing behind', async () => {
    await open();
    const before = await contents();
    const fetch = fetchOf('owner');
    const checks = checksOf('owner', {
      fetch: (url, init) =>
        init.method === 'POST' && /\/(?:items|fields\/createFieldAsXml)$/i.test(url)
          ? Promise.resolve(new Response('{}', { status: 400 }))
          : fetch(url, init),
    });
    const answers = await runAlone(checks);
    expect([...answers.keys()]).toEqual(checks.alone);
    expect(answers.get('pageTokens')).toEqual({
      id: 'pageTokens',
      answer: 'failed',
      detail: '400',
    });
    expect(answers.get('deletedDate')?.answer).toBe('failed');
    expect(answers.get('missingPerson')?.answer).toBe('notFound');
    expect(await contents()).toEqual(before);
  });

  it('takes away what an earlier page left behind, and nothing that only looks alike', async () => {
    const organisation = await open();
    const before = await contents();
    await checksOf('owner').invite();
    const own = ['KantineCheck of our kitchen', `KantineCheck${'a'.repeat(26)}`];
    for (const Title of own) {
      await organisation.wireOf('owner').send(post('web/lists', { Title, BaseTemplate: 100 }));
    }
    await runAlone(checksOf('owner'));
    expect((await contents()).groups.length).toBe(before.groups.length + 1);
    organisation.clock.advance(2 * 60 * 60 * 1000);
    await runAlone(checksOf('owner'));
    const after = await contents();
    expect(after.groups).toEqual(before.groups);
    expect(after.lists).toEqual([...before.lists, ...own].sort());
  });

  it('ends behind the fact that is being tried when it is told to', async () => {
    await open();
    const before = await contents();
    const ending = new AbortController();
    const told: string[] = [];
    const tell = ({ id }: Answer): void => {
      told.push(id);
      if (told.length === 2) ending.abort();
    };
    await checksOf('owner').run({ rows: 6000, tell, signal: ending.signal });
    expect(told.length).toBe(2);
    expect(await contents()).toEqual(before);
  });
});
