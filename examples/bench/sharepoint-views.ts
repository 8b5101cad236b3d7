/** What SharePoint answers to a page: for its first view, with real content, and for a colleague's change. */
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { makeTemplate, openOrganisation } from '@kantine/sharepoint-host/testing';
import type { Folder, Organisation } from '@kantine/sharepoint-host/testing';
import { budgets } from './budgets.ts';
import type { Measure } from './measure.ts';
import { fillWithRealContent } from './real-content.ts';
import { countTraffic } from './traffic.ts';
import type { Counter } from './traffic.ts';

const { firstPage, firstView, othersChange } = budgets.sharePoint;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Alone or in a batch, a look begins with the dates of the lists. */
export const isLook = (url: string, { body }: RequestInit): boolean =>
  url.includes('web/lists?') || (typeof body === 'string' && body.includes('_api/web/lists?'));

type HostOptions = NonNullable<Parameters<Organisation['hostOf']>[1]>;
type Watch = HostOptions['watch'];
type KnownToPage = Pick<HostOptions, 'userId' | 'formDigest'>;

/** SharePoint tells every page who is reading, and a digest for writing. */
async function toldToPage(organisation: Organisation): Promise<KnownToPage> {
  const { webUrl, fetch = globalThis.fetch } = organisation.contextOf('ben');
  const headers = { Accept: 'application/json;odata=nometadata' };
  const response = await fetch(`${webUrl}/_api/contextinfo`, { method: 'POST', headers });
  const digest = (await response.json()) as Readonly<Record<string, unknown>>;
  return {
    userId: Number(organisation.ids.ben),
    formDigest: {
      value: String(digest.FormDigestValue),
      seconds: Number(digest.FormDigestTimeoutSeconds),
    },
  };
}

/** A fresh page of Ben's, and what it asks. */
export interface CountedPage {
  readonly counter: Counter;
  readonly host: ReturnType<Organisation['hostOf']>;
  readonly community: Community;
}

export async function openPage(
  organisation: Organisation,
  counts: Parameters<typeof countTraffic>[1],
  watch?: Watch,
): Promise<CountedPage> {
  const known = await toldToPage(organisation);
  const { fetch = globalThis.fetch } = organisation.contextOf('ben');
  const counter: Counter = countTraffic((url, init) => fetch(url, init), counts);
  const host = organisation.hostOf('ben', {
    fetch: counter.fetch,
    ...known,
    ...(watch ? { watch } : {}),
  });
  return { counter, host, community: createCommunity(host) };
}

/** Everything that a page with a wall asks before it shows it, and then the same page of the wall once more. */
async function measureFirstView(organisation: Organisation, group: string): Promise<Measure[]> {
  const { counter, host, community } = await openPage(organisation, () => true);
  const [state, , wall] = await Promise.all([
    host.setupState(),
    host.identity.me(),
    community.wall.read({ group }),
  ]);
  const shown = wall.posts.every(
    ({ commentCount, reactions }) => commentCount === 3 && reactions.mine,
  );
  if (state.kind !== 'ready' || wall.posts.length !== 20 || !shown) {
    throw new Error('The wall is not the one filled.');
  }
  const { operations, kB, levels } = counter.take();
  await community.wall.read({ group });
  const { profileCalls } = counter.take();
  const view = 'SharePoint: for a first view with real content';
  return [
    {
      name: `${view}, operations`,
      value: operations,
      unit: 'operations',
      budget: firstView.operations,
    },
    { name: `${view}, answers`, value: kB, unit: 'kB', budget: firstView.kB },
    { name: `${view}, levels`, value: levels, unit: 'levels', budget: firstView.levels },
    {
      name: "SharePoint: calls of profiles for a wall's first page after start",
      value: profileCalls,
      unit: 'calls',
      budget: firstPage.profileCalls,
    },
  ];
}

/** A colleague posts; what the open page asks for it, its looks at the lists apart. */
async function measureOthersChange(organisation: Organisation, group: string): Promise<Measure[]> {
  const watch: Watch = {
    visibility: { isVisible: () => true, subscribe: () => undefined },
    everyMilliseconds: 500,
  };
  const { counter, community } = await openPage(
    organisation,
    (url, init) => !isLook(url, init),
    watch,
  );
  const seen = new Set<string>();
  const end = community.subscribe(({ origin }) => {
    if (origin !== undefined) return;
    void community.wall.read({ group }).then(({ posts }) => {
      for (const { text } of posts) seen.add(text);
    });
  });
  try {
    await community.wall.read({ group });
    // What was there before has settled.
    await pause(5_000);
    counter.take();
    const colleague = createCommunity(organisation.hostOf('zoe'));
    await colleague.wall.post({ group, text: 'Soup is ready', key: colleague.newKey() });
    // A change is looked for once more some seconds later, and pages spread what they ask.
    await pause(12_000);
    if (!seen.has('Soup is ready')) throw new Error('The change was not seen.');
    const { operations, kB } = counter.take();
    const change = "SharePoint: for another person's change on an open page";
    return [
      {
        name: `${change}, operations`,
        value: operations,
        unit: 'operations',
        budget: othersChange.operations,
      },
      { name: `${change}, answers`, value: kB, unit: 'kB', budget: othersChange.kB },
    ];
  } finally {
    end();
  }
}

export async function measureViews(folder: Folder): Promise<Measure[]> {
  const organisation = await openOrganisation(folder, await makeTemplate(folder));
  try {
    const group = await fillWithRealContent(organisation);
    organisation.clock.advance(60_000);
    return [
      ...(await measureFirstView(organisation, group)),
      ...(await measureOthersChange(organisation, group)),
    ];
  } finally {
    await organisation.close();
  }
}
