/** The elements on a page without any host: two people, one group, kept in the browser. */
import { createCommunity, isKantineError } from '@kantine/core';
import type { Community, DirectoryPerson } from '@kantine/core';
import { orderedHost } from '@kantine/core/ordered-store';
import { useLanguage } from '@kantine/elements';
import '@kantine/elements/define';
import { indexedDbMap } from './indexed-db-map.ts';
import { tabChanges } from './tab-changes.ts';

const people: readonly DirectoryPerson[] = [
  {
    id: 'ada',
    name: 'Ada Visser',
    title: 'Planner',
    place: 'Utrecht',
    timeZone: 'Europe/Amsterdam',
    active: true,
  },
  {
    id: 'sam',
    name: 'Sam Okafor',
    title: 'Field engineer',
    place: 'London',
    timeZone: 'Europe/London',
    active: true,
  },
];

/** The person whom the address names; without a name, the first one. */
function whoAmI(): DirectoryPerson {
  const asked = new URLSearchParams(location.search).get('as');
  return people.find(({ id }) => id === asked) ?? (people[0] as DirectoryPerson);
}

function offerPeople(me: DirectoryPerson): void {
  const links = people.map(({ id, name }) => {
    const link = document.createElement('a');
    link.href = `?as=${id}`;
    link.textContent = name;
    if (id === me.id) link.setAttribute('aria-current', 'true');
    return link;
  });
  document.querySelector('#people')?.replaceChildren(...links);
}

/** The page's one group; the first reader starts it. */
async function theGroup(community: Community): Promise<string> {
  const [known] = await community.groups.list();
  if (known) return known.id;
  try {
    const purpose = 'Two colleagues, one table.';
    return (await community.groups.create({ name: 'The long table', purpose })).id;
  } catch (error) {
    // The other person's tab was first.
    if (isKantineError(error, 'Invalid')) return theGroup(community);
    throw error;
  }
}

async function open(): Promise<void> {
  const me = whoAmI();
  offerPeople(me);
  await useLanguage(navigator.language);
  const community = createCommunity(
    orderedHost({
      map: await indexedDbMap('kantine-plain-page'),
      people,
      me: me.id,
      changes: tabChanges('kantine-plain-page'),
      clock: { now: () => Date.now() },
      ids: { next: () => crypto.randomUUID() },
    }),
  );
  const group = await theGroup(community);
  const widgets = document.querySelectorAll('kantine-wall, kantine-kudos, kantine-profile-card');
  document.querySelector('kantine-wall')?.setAttribute('group', group);
  for (const widget of widgets) Object.assign(widget, { community });
}

await open();
