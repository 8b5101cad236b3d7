import { asApp, asUser, authorize, privacy, route, type Route } from '@forge/api';
import { expect, it } from 'vitest';
import { appWithScopes, OFFICE, openOffice, type Office } from '../testing/office.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function ask(
  office: Office,
  as: string,
  path: Route,
  init: { method?: string; body?: unknown } = {},
): Promise<Answer> {
  return office.scenario(
    async () => {
      const body = init.body === undefined ? {} : { body: JSON.stringify(init.body) };
      const client = as === 'app' ? asApp() : asUser();
      const response = await client.requestConfluence(path, {
        method: init.method ?? 'GET',
        ...body,
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    },
    as === 'app' ? 'ben' : as,
  );
}

const open = () => openOffice();

it('knows people by their account, and who is asking', async () => {
  const office = open();
  const ada = await ask(office, 'ben', route`/wiki/rest/api/user?accountId=ada`);
  expect(ada).toMatchObject({
    status: 200,
    body: {
      type: 'known',
      accountId: 'ada',
      displayName: 'Ada Lovelace',
      accountType: 'atlassian',
    },
  });
  const me = await ask(office, 'cy', route`/wiki/rest/api/user/current`);
  expect(me.body).toMatchObject({ accountId: 'cy' });
  const nobody = await ask(office, 'ben', route`/wiki/rest/api/user?accountId=zoe`);
  expect(nobody).toMatchObject({ status: 404, body: { statusCode: 404 } });
});

it('gives up to 100 people at once, and no name of a closed account', async () => {
  const office = open();
  const some = await ask(
    office,
    'ben',
    route`/wiki/rest/api/user/bulk?accountId=ada&accountId=eve`,
  );
  expect(some.body).toMatchObject({
    results: [{ displayName: 'Ada Lovelace' }, { displayName: 'Former user' }],
  });
  const query = new URLSearchParams(Array.from({ length: 101 }, () => ['accountId', 'ada']));
  const many = await ask(office, 'ben', route`/wiki/rest/api/user/bulk?${query}`);
  expect(many.status).toBe(400);
});

const search = async (office: Office, cql: string) => {
  const { status, body } = await ask(office, 'ben', route`/wiki/rest/api/search/user?cql=${cql}`);
  const { results = [] } = body as { results?: { user: { accountId: string } }[] };
  return status === 200 ? results.map(({ user }) => user.accountId) : status;
};

it('finds people by how parts of their name begin', async () => {
  const office = open();
  expect(await search(office, 'user.fullname~"lov"')).toEqual(['ada']);
  expect(await search(office, 'type=user and user.fullname~"ve"')).toEqual([]);
  expect(await search(office, 'creator = ada')).toBe(400);
  const { body } = await ask(office, 'ben', route`/wiki/rest/api/search/user?cql=${'user~ada'}`);
  expect(body).toMatchObject({ results: [{ user: { accountId: 'ada' }, entityType: 'user' }] });
});

it('F-B3: words of one clause match in their order; an empty one is an error of the server', async () => {
  const office = open();
  expect(await search(office, 'user.fullname~"ada lovelace"')).toEqual(['ada']);
  expect(await search(office, 'user.fullname~"lovelace ada"')).toEqual([]);
  expect(await search(office, 'user.fullname~"lovelace" and user.fullname~"ada"')).toEqual(['ada']);
  expect(await search(office, 'user.fullname~"rock and roll"')).toEqual([]);
  expect(await search(office, 'user.fullname~""')).toBe(500);
});

it('F-B3: apps are found among people; at most 100 rows come, and no total', async () => {
  const crowd = Array.from({ length: 150 }, (_, at) => ({
    accountId: `crowd-${at}`,
    displayName: `Crowd ${at}`,
  }));
  const office = openOffice({ site: { ...OFFICE, users: [...OFFICE.users, ...crowd] } });
  const find = (cql: string) =>
    ask(office, 'ben', route`/wiki/rest/api/search/user?cql=${cql}&limit=500`);
  expect((await find('user.fullname~"automation"')).body).toMatchObject({
    results: [{ user: { accountId: 'bot', accountType: 'app' } }],
  });
  const { body } = await find('user.fullname~"crowd"');
  expect((body as { results: unknown[] }).results).toHaveLength(100);
  expect(body).not.toHaveProperty('totalSize');
});

it('F-B4: the name of somebody who is deactivated has a suffix, and the status may be missing', async () => {
  const office = open();
  const of = async (id: string) =>
    (await ask(office, 'ben', route`/wiki/rest/api/user?accountId=${id}`)).body;
  expect(await of('dee')).toMatchObject({
    displayName: 'Dee Dee (Deactivated)',
    accountStatus: 'inactive',
  });
  expect(await of('ned')).toMatchObject({ displayName: 'Ned Gone (Deaktiviert)' });
  expect(await of('ned')).not.toHaveProperty('accountStatus');
});

it('F-B1: who was removed from the site is not there, and their account is not closed', async () => {
  const office = open();
  expect(await ask(office, 'ben', route`/wiki/rest/api/user?accountId=rae`)).toMatchObject({
    status: 404,
  });
  const bulk = await ask(
    office,
    'ben',
    route`/wiki/rest/api/user/bulk?accountId=rae&accountId=ada`,
  );
  expect(bulk.body).toMatchObject({ results: [{ accountId: 'ada' }] });
  expect(await search(office, 'user.fullname~"rae"')).toEqual([]);
});

it('F-A1: each endpoint takes the scopes of the reference, and no others', async () => {
  const reach = async (scopes: string[], path: Route) =>
    (await ask(openOffice({ app: appWithScopes(scopes) }), 'ben', path)).status;
  const people = route`/wiki/rest/api/search/user?cql=${'user.fullname~ada'}`;
  expect(await reach(['search:confluence', 'read:confluence-user'], people)).toBe(401);
  expect(await reach(['read:content-details:confluence'], people)).toBe(200);
  const spaces = route`/wiki/api/v2/spaces`;
  expect(await reach(['read:confluence-space.summary'], spaces)).toBe(401);
  expect(await reach(['read:space:confluence'], spaces)).toBe(200);
  const pages = route`/wiki/api/v2/pages/1`;
  expect(await reach(['read:confluence-content.all'], pages)).toBe(401);
  expect(await reach(['read:page:confluence'], pages)).toBe(200);
  const groups = route`/wiki/rest/api/group`;
  expect(await reach(['read:confluence-user'], groups)).toBe(401);
  expect(await reach(['read:group:confluence'], groups)).toBe(200);
});

it('F-A1: writing a property of a space takes the scope to read it as well', async () => {
  const write = async (scopes: string[]) => {
    const office = openOffice({ app: appWithScopes(scopes) });
    const body = { key: 'notes', value: 1 };
    const at = route`/wiki/api/v2/spaces/100/properties`;
    return (await ask(office, 'ada', at, { method: 'POST', body })).status;
  };
  expect(await write(['write:space:confluence'])).toBe(401);
  expect(await write(['read:space:confluence', 'write:space:confluence'])).toBe(201);
});

it('F-C6: who may not view a space learns none of its permissions; groups tell their size', async () => {
  const office = open();
  const permissions = route`/wiki/api/v2/spaces/200/permissions`;
  expect((await ask(office, 'cy', permissions)).status).toBe(404);
  const { body } = await ask(office, 'cy', route`/wiki/rest/api/group`);
  const [, everybody] = (body as { results: { id: string }[] }).results;
  const path = route`/wiki/rest/api/group/${everybody?.id ?? ''}/membersByGroupId?limit=1&shouldReturnTotalSize=true`;
  expect((await ask(office, 'cy', path)).body).toMatchObject({ size: 1, totalSize: 3 });
});

it('F-D1: a body that is not there, and whatever else is not known, ends loudly', async () => {
  const adf = { type: 'doc', version: 1, content: [] };
  const content = [{ id: '1', title: 'Welcome', space: 'OPEN', body: '<p>Hello</p>', adf }];
  const office = openOffice({ site: { ...OFFICE, content } });
  const page = (query: string) =>
    ask(office, 'ben', route`/wiki/api/v2/pages/1?${new URLSearchParams(query)}`);
  expect((await page('body-format=atlas_doc_format')).body).toMatchObject({
    body: { atlas_doc_format: { value: JSON.stringify(adf) } },
  });
  const without = ask(open(), 'ben', route`/wiki/api/v2/pages/2?body-format=atlas_doc_format`);
  await expect(without).rejects.toThrow('body-format=atlas_doc_format');
  await expect(page('body-format=view')).rejects.toThrow('body-format=view');
  await expect(page('include-labels=true')).rejects.toThrow('include-labels');
  const expanded = ask(open(), 'ben', route`/wiki/rest/api/user/current?expand=personalSpace`);
  await expect(expanded).rejects.toThrow('expand=personalSpace');
});

it('F-B7: who has not allowed the app to act for them is asked, where the error leaves the function', async () => {
  const office = open();
  const failed = await office
    .scenario(() => asUser().requestConfluence(route`/wiki/rest/api/user/current`), 'new')
    .catch((error: unknown) => error as Error);
  expect((failed as Error).cause).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR' });
});

it('lists groups and who is in them', async () => {
  const office = open();
  const { body } = await ask(office, 'cy', route`/wiki/rest/api/group`);
  const [team] = (body as { results: { id: string; name: string }[] }).results;
  expect(team?.name).toBe('team');
  const members = await ask(
    office,
    'cy',
    route`/wiki/rest/api/group/${team?.id ?? ''}/membersByGroupId`,
  );
  expect(members.body).toMatchObject({ results: [{ accountId: 'ben' }], size: 1 });
});

it('shows a space only to who may read it', async () => {
  const office = open();
  const keys = async (as: string) => {
    const { body } = await ask(office, as, route`/wiki/api/v2/spaces`);
    return (body as { results: { key: string }[] }).results.map(({ key }) => key);
  };
  expect(await keys('ben')).toEqual(['OPEN', 'WEB', 'TEAM']);
  expect(await keys('cy')).toEqual(['OPEN', 'WEB']);
  expect(await keys('app')).toEqual(['OPEN', 'WEB', 'TEAM']);
  expect(await ask(office, 'cy', route`/wiki/api/v2/spaces/200`)).toMatchObject({
    status: 404,
    body: { errors: [{ status: 404, code: 'NOT_FOUND' }] },
  });
});

it('goes on behind a cursor', async () => {
  const office = open();
  const first = await ask(office, 'ben', route`/wiki/api/v2/spaces?limit=1`);
  const { _links } = first.body as { _links: { next: string } };
  const cursor = new URL(_links.next, 'https://x.test').searchParams.get('cursor') ?? '';
  const second = await ask(office, 'ben', route`/wiki/api/v2/spaces?limit=1&cursor=${cursor}`);
  expect(second.body).toMatchObject({ results: [{ key: 'WEB' }] });
});

it('tells who was granted what in a space', async () => {
  const { body } = await ask(open(), 'ben', route`/wiki/api/v2/spaces/200/permissions`);
  expect((body as { results: unknown[] }).results).toContainEqual(
    expect.objectContaining({
      principal: { type: 'group', id: expect.stringMatching(/^[\da-f-]{36}$/) as string },
      operation: { key: 'read', targetType: 'space' },
    }),
  );
});

it('F-C6: tells who is meant by what they are, and not by a group, by name', async () => {
  const office = open();
  const principalsOf = async (space: string): Promise<unknown[]> => {
    const { body } = await ask(office, 'ben', route`/wiki/api/v2/spaces/${space}/permissions`);
    return (body as { results: { principal: unknown }[] }).results.map((each) => each.principal);
  };
  expect(await principalsOf('100')).toContainEqual({ type: 'role', id: 'everyone' });
  expect(await principalsOf('900')).toContainEqual({ type: 'role', id: 'anonymous-users' });
});

it('F-C6: tells the permissions of a space to who may view it, and the size of a group on request', async () => {
  const office = open();
  const permissions = route`/wiki/api/v2/spaces/200/permissions`;
  expect((await ask(office, 'ben', permissions)).status).toBe(200);
  expect((await ask(office, 'cy', permissions)).status).toBe(404);
  const { body } = await ask(office, 'cy', route`/wiki/rest/api/group`);
  const { results } = body as { results: { id: string; name: string }[] };
  const id = results.find(({ name }) => name === 'everybody')?.id ?? '';
  const one = route`/wiki/rest/api/group/${id}/membersByGroupId?limit=1`;
  expect((await ask(office, 'cy', one)).body).not.toHaveProperty('totalSize');
  const counted = route`/wiki/rest/api/group/${id}/membersByGroupId?limit=1&shouldReturnTotalSize=true`;
  expect((await ask(office, 'cy', counted)).body).toMatchObject({ size: 1, totalSize: 3 });
});

it('keeps space properties by version, written by who administers the space', async () => {
  const office = open();
  const at = route`/wiki/api/v2/spaces/100/properties`;
  const body = { key: 'notes', value: { on: true } };
  expect((await ask(office, 'ben', at, { method: 'POST', body })).status).toBe(403);
  const created = await ask(office, 'ada', at, { method: 'POST', body });
  expect(created).toMatchObject({ status: 201, body: { key: 'notes', version: { number: 1 } } });
  expect((await ask(office, 'ada', at, { method: 'POST', body })).status).toBe(409);
  const { id } = created.body as { id: string };
  const one = route`/wiki/api/v2/spaces/100/properties/${id}`;
  const put = (number: number) =>
    ask(office, 'ada', one, {
      method: 'PUT',
      body: { key: 'notes', value: { on: false }, version: { number } },
    });
  expect((await put(1)).status).toBe(409);
  expect(await put(2)).toMatchObject({ status: 200, body: { value: { on: false } } });
  const list = await ask(office, 'ben', route`/wiki/api/v2/spaces/100/properties?key=notes`);
  expect(list.body).toMatchObject({ results: [{ value: { on: false } }] });
  expect((await ask(office, 'ada', one, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(office, 'ada', one)).status).toBe(404);
});

it('hides restricted pages and those below them, even from admins who are not named', async () => {
  const office = open();
  const seen = async (as: string) => {
    const { body } = await ask(office, as, route`/wiki/api/v2/pages`);
    return (body as { results: { id: string }[] }).results.map(({ id }) => id);
  };
  expect(await seen('ben')).toEqual(['1', '2', '9']);
  expect(await seen('cy')).toEqual(['1', '9']);
  expect(await seen('ada')).toEqual(['1', '2', '3', '4', '9']);
  expect(await seen('app')).toEqual(['1', '2', '9']);
  expect((await ask(office, 'ben', route`/wiki/api/v2/pages/4`)).status).toBe(404);
  const page = await ask(office, 'cy', route`/wiki/api/v2/pages/1?body-format=storage`);
  expect(page.body).toMatchObject({ spaceId: '100', body: { storage: { value: '<p>Hello</p>' } } });
});

it('answers authorize() with the rights of the person', async () => {
  const office = open();
  const rights = (as: string, id: string) =>
    office.scenario(async () => {
      const content = authorize().onConfluenceContent(id);
      return [await content.canRead?.(), await content.canUpdate?.(), await content.canDelete?.()];
    }, as);
  expect(await rights('ben', '2')).toEqual([true, true, false]);
  expect(await rights('cy', '2')).toEqual([false, false, false]);
  expect(await rights('ada', '3')).toEqual([true, true, true]);
});

it('refuses what the manifest asks no scope for, before Confluence sees it', async () => {
  const office = openOffice({ app: appWithScopes(['read:confluence-user']) });
  expect((await ask(office, 'ben', route`/wiki/rest/api/user/current`)).status).toBe(200);
  expect(await ask(office, 'ben', route`/wiki/api/v2/spaces`)).toEqual({
    status: 401,
    body: { code: 401, message: 'Unauthorized; scope does not match' },
  });
});

it('names what it does not know', async () => {
  const office = open();
  const unknown = ask(office, 'ben', route`/wiki/rest/api/longtask`);
  await expect(unknown).rejects.toThrow("Not implemented by the Forge emulator: Confluence's GET");
  const other = ask(office, 'ben', route`/wiki/rest/api/search?cql=type=page`);
  await expect(other).rejects.toThrow('/rest/api/search');
});

it('reports whose data must be erased or fetched anew', async () => {
  const updatedAt = '2026-01-01T00:00:00.000Z';
  const report = (ids: string[]) =>
    open().scenario(() =>
      privacy.reportPersonalData(ids.map((accountId) => ({ accountId, updatedAt }))),
    );
  expect(await report(['ada'])).toEqual([]);
  expect(await report(['ada', 'eve', 'rae'])).toEqual([{ accountId: 'eve', status: 'closed' }]);
});

it('tells what the person who asks may do in a space', async () => {
  const office = open();
  const operations = async (as: string, id: string) => {
    const { status, body } = await ask(office, as, route`/wiki/api/v2/spaces/${id}/operations`);
    const { operations: allowed = [] } = body as { operations?: Record<string, string>[] };
    return [status, allowed.map(({ operation, targetType }) => `${operation} ${targetType}`)];
  };
  const [, allowed] = await operations('ben', '200');
  expect(allowed).toEqual(expect.arrayContaining(['read space', 'create comment', 'create page']));
  expect(allowed).not.toContain('administer space');
  expect(await operations('cy', '100')).toEqual([200, ['read space']]);
  expect((await operations('cy', '200'))[0]).toBe(404);
  expect((await operations('ada', '200'))[1]).toContain('administer space');
});
