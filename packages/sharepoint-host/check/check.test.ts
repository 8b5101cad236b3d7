import { Forbidden } from '@kantine/core';
import type { Behaviours } from '@kantine/sharepoint-emulator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTemplate, openFolder, openOrganisation } from '../testing/organisation.ts';
import type { Actor, Folder, Organisation, Template } from '../testing/organisation.ts';
import { environmentOf, get, merge, openWire, post } from '../wire/index.ts';
import { siteChecks } from './index.ts';
import type { Answer, SiteChecks } from './index.ts';
import { longChecks } from './long.ts';
import { addColumn, column, withList } from './scratch.ts';
import { answerTo } from './site.ts';

let folder: Folder;
let template: Template;
let organisation: Organisation;

beforeAll(async () => {
  folder = await openFolder();
  template = await makeTemplate(folder, 'nothing');
});
afterEach(() => organisation.close());
afterAll(() => folder.remove());

type Fetch = NonNullable<Parameters<typeof siteChecks>[0]['fetch']>;

async function open(behaviours: Partial<Behaviours> = {}): Promise<void> {
  organisation = await openOrganisation(folder, template, behaviours);
}

/** Another page's waiting passes while this one waits. */
const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const checksOf = (actor: Actor, more: { fetch?: Fetch } = {}): SiteChecks => {
  const context = organisation.contextOf(actor);
  return siteChecks({
    ...context,
    wait: async (milliseconds) => {
      organisation.clock.advance(milliseconds);
      await wait();
    },
    ...more,
  });
};

interface Site {
  readonly lists: readonly string[];
  readonly groups: readonly string[];
}

/** What a site holds, for comparing before and after. */
async function contents(): Promise<Site> {
  const wire = organisation.wireOf('owner');
  const titles = async (path: string): Promise<string[]> =>
    (await wire.send<readonly { Title: string }[]>(get(`${path}?$select=Title`)))
      .map(({ Title }) => Title)
      .sort();
  return { lists: await titles('web/lists'), groups: await titles('web/siteGroups') };
}

async function runAs(checks: SiteChecks, rows = 0): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  await checks.run({ rows, tell: (answer) => void answers.set(answer.id, answer) });
  return answers;
}

/** An owner's page waits while a colleague's does its part. */
async function runTogether(): Promise<ReadonlyMap<string, Answer>> {
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

const answersOf = (answers: ReadonlyMap<string, Answer>): Record<string, string> =>
  Object.fromEntries([...answers].map(([id, { answer }]) => [id, answer]));

type Forced = readonly [fact: string, answer: string, behaviours: Partial<Behaviours>];

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

const together: readonly Forced[] = [
  ['itemSecurity', 'kept', {}],
  ['itemSecurity', 'liftedByEdit', { itemSecurityLiftedBy: 'manageLists' }],
  ['hiddenRows', 'alike', {}],
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

describe('an owner checks a site', () => {
  it.each(alone)('%s: says %s when SharePoint does', async (fact, answer, behaviours) => {
    await open(behaviours);
    const before = await contents();
    const answers = await runAs(checksOf('owner'));
    expect(answers.get(fact)).toMatchObject({ answer });
    expect(await contents()).toEqual(before);
  });

  it('answers every fact that it names, and no other', async () => {
    await open();
    const checks = checksOf('owner');
    expect([...(await runAs(checks)).keys()]).toEqual(checks.alone);
  });

  it('peopleSearch: says behind when the search lacks whom the site met last', async () => {
    await open({ searchDelay: 3600 });
    const wire = organisation.wireOf('owner');
    await runAs(checksOf('owner'));
    organisation.sharePoint.addUser({ loginName: 'eve@contoso.test', title: 'Eve Lund' });
    await wire.send(post('web/ensureUser', { logonName: 'i:0#.f|membership|eve@contoso.test' }));
    const answers = await runAs(checksOf('owner'));
    expect(answers.get('peopleSearch')).toMatchObject({ answer: 'behind', detail: '1 of 5' });
  });

  it('clientObjects and peopleSearch: say refused when a proxy lets nobody through', async () => {
    await open();
    const { fetch } = organisation.contextOf('owner') as { fetch: Fetch };
    const answers = await runAs(
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
    await open();
    const context = organisation.contextOf('owner') as { webUrl: string; fetch: Fetch };
    const answers = await runAs(
      checksOf('owner', {
        fetch: (url, init) =>
          url === context.webUrl
            ? Promise.resolve(new Response('', { headers: { [header]: "script-src 'self'" } }))
            : context.fetch(url, init),
      }),
    );
    expect(answers.get('pagePolicy')).toEqual({ id: 'pagePolicy', answer });
  });

  it('is for owners alone', async () => {
    await open();
    await expect(runAs(checksOf('ben'))).rejects.toBeInstanceOf(Forbidden);
    await expect(checksOf('ben').invite()).rejects.toBeInstanceOf(Forbidden);
  });

  it('goes on behind a fact that cannot be tried, and leaves nothing behind', async () => {
    await open();
    const before = await contents();
    const { fetch } = organisation.contextOf('owner') as { fetch: Fetch };
    const checks = checksOf('owner', {
      fetch: (url, init) =>
        init.method === 'POST' && /\/(?:items|fields\/createFieldAsXml)$/i.test(url)
          ? Promise.resolve(new Response('{}', { status: 400 }))
          : fetch(url, init),
    });
    const answers = await runAs(checks);
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
    await open();
    const before = await contents();
    await checksOf('owner').invite();
    const own = 'KantineCheck of our kitchen';
    await organisation.wireOf('owner').send(post('web/lists', { Title: own, BaseTemplate: 100 }));
    await runAs(checksOf('owner'));
    expect((await contents()).groups.length).toBe(before.groups.length + 1);
    organisation.clock.advance(2 * 60 * 60 * 1000);
    await runAs(checksOf('owner'));
    const after = await contents();
    expect(after.groups).toEqual(before.groups);
    expect(after.lists).toEqual([...before.lists, own].sort());
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

describe('long lists, on request', () => {
  const rows = 5001;
  it.each([
    [{}, { longSorting: 'works', longTokens: 'works', authorFirst: 'works' }],
    [
      { sortBeyondThreshold: 'throttled' },
      { longSorting: 'throttled', longTokens: 'throttled', authorFirst: 'works' },
    ],
  ] as const)(
    'tell with %o what they answer',
    { timeout: 60_000 },
    async (behaviours, expected) => {
      await open(behaviours);
      const before = await contents();
      const answers = await runAs(checksOf('owner'), rows);
      expect(answersOf(answers)).toMatchObject(expected);
      expect(answers.has('uniquenessOff')).toBe(false);
      expect(await contents()).toEqual(before);
    },
  );
});

describe('facts of long lists, in a short one', () => {
  type Refuse = (url: string, init: RequestInit) => boolean;
  /** Requests that match are refused as SharePoint does with that code. */
  async function tell(id: string, code: string, refuse: Refuse): Promise<Answer> {
    const context = organisation.contextOf('owner') as { webUrl: string; fetch: Fetch };
    const environment = environmentOf({
      ...context,
      fetch: (url, init) =>
        refuse(url, init)
          ? Promise.resolve(Response.json({ error: { code, message: '' } }, { status: 500 }))
          : context.fetch(url, init),
    });
    const site = { environment, wire: openWire(environment), pageUrl: context.webUrl };
    const check = longChecks.find((each) => each.id === id);
    return withList(site, async (list) => {
      await addColumn(site, list, "Indexed='TRUE' EnforceUniqueValues='TRUE'");
      for (const row of [100, 102]) {
        const text = String(row).padStart(8, '0');
        await site.wire.send(post(`${list}/items`, { [column]: text }));
      }
      return answerTo(id, async () => check?.run(site, list) ?? 'no check');
    });
  }
  const threshold = '-2147024860, Microsoft.SharePoint.SPQueryThrottledException';
  const never: Refuse = () => false;

  it('uniquenessOff: says works, or refused', async () => {
    await open();
    expect(await tell('uniquenessOff', '', never)).toEqual({
      id: 'uniquenessOff',
      answer: 'works',
    });
    const refused = await tell(
      'uniquenessOff',
      threshold,
      (url, { method }) => method === 'POST' && url.includes('getByInternalNameOrTitle'),
    );
    expect(refused).toMatchObject({ answer: 'refused', detail: '500 -2147024860' });
  });

  it('authorFirst: says throttled', async () => {
    await open();
    const throttled = await tell('authorFirst', threshold, (url) => url.includes('/getItems'));
    expect(throttled).toMatchObject({ answer: 'throttled' });
  });

  it.each([
    ['works', {}],
    ['refused', { pageTokenWithColumn: 'refused' }],
    ['ignored', { pageTokenWithColumn: 'ignored' }],
  ] as const)('longTokens: says %s', async (answer, behaviours) => {
    await open(behaviours);
    expect(await tell('longTokens', '', never)).toMatchObject({ answer });
  });
});

describe('a colleague does their part', () => {
  it.each(together)('%s: says %s when SharePoint does', async (fact, answer, behaviours) => {
    await open(behaviours);
    const before = await contents();
    const answers = await runTogether();
    expect(answers.get(fact), JSON.stringify([...answers.values()])).toMatchObject({ answer });
    expect([...answers.keys()].sort()).toEqual([...checksOf('owner').together].sort());
    expect(await contents()).toEqual(before);
  });

  it('itemSecurity: says open when a list keeps nobody to their own rows', async () => {
    await open();
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
    const { fetch } = organisation.contextOf('ben') as { fetch: Fetch };
    const told = new Map<string, Answer>();
    const listening = invitation.listen({ tell: (answer) => void told.set(answer.id, answer) });
    const checks = checksOf('ben', {
      fetch: (url, init) =>
        url.endsWith('/items(1)/versions')
          ? Promise.resolve(new Response('{}', { status: 403 }))
          : fetch(url, init),
    });
    await checks.help(invitation.token, (answer) => void told.set(answer.id, answer));
    await listening;
    await invitation.end();
    expect(told.get('hiddenRows')).toEqual({
      id: 'hiddenRows',
      answer: 'differ',
      detail: 'versions',
    });
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
    await open();
    const invitation = await checksOf('owner').invite();
    const list = `web/lists/getByTitle('KantineCheck${invitation.token}')/items`;
    const wire = organisation.wireOf('ben');
    for (const Title of [
      'stamps=ask Ben',
      'stamps=<b>',
      'toString=works',
      'stamps=works',
      'done',
    ]) {
      await wire.send(post(list, { Title }));
    }
    const told: Answer[] = [];
    await invitation.listen({ tell: (answer) => void told.push(answer) });
    expect(told).toEqual([{ id: 'stamps', answer: 'works' }]);
    await invitation.end();
  });

  it('finds nothing that it could change', async () => {
    await open();
    const invitation = await checksOf('owner').invite();
    const list = `web/lists/getByTitle('KantineCheck${invitation.token}')`;
    const wire = organisation.wireOf('ben');
    await expect(wire.send(merge(list, { ReadSecurity: 1 }))).rejects.toThrow();
    await expect(wire.send(merge(`${list}/items(1)`, { Title: 'x' }))).rejects.toThrow();
    await invitation.end();
  });
});
