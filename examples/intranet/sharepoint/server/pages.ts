/** The pages of the sites: which web parts stand where, as SharePoint keeps them in its page library. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Company } from '@kantine/company';
import { companySite, freshSite } from './tenant.ts';

export type Background = 'none' | 'neutral' | 'soft' | 'strong';

export interface PlacedWebPart {
  /** Of this web part on this page. */
  readonly instance: string;
  readonly alias: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Section {
  readonly background: Background;
  /** One or two columns, the first the wider. */
  readonly columns: readonly (readonly PlacedWebPart[])[];
}

export interface CanvasPage {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Pages by their name in the address, for each site. */
export type Sites = Readonly<Record<string, Readonly<Record<string, CanvasPage>>>>;

const place = (alias: string, properties: Readonly<Record<string, unknown>>): PlacedWebPart => ({
  instance: randomUUID(),
  alias,
  properties,
});

const meetingPlace = (group: string): Section => ({
  background: 'none',
  columns: [
    [place('WallWebPart', { group, posts: 10, layout: 'full' })],
    [
      place('ProfileCardWebPart', { person: '', layout: 'full' }),
      place('KudosWebPart', { count: 4, values: {} }),
    ],
  ],
});

/** What waits for its reader. */
const forYou: CanvasPage = {
  title: 'Voor jou',
  sections: [{ background: 'none', columns: [[place('CatchUpWebPart', {})]] }],
};

/** Where the ideas of the company are put forward. */
const ideasPage = (group: string): CanvasPage => ({
  title: 'Ideeën',
  sections: [{ background: 'none', columns: [[place('IdeasWebPart', { group, count: 10 })]] }],
});

/** What a group of the company wants to be better. */
const goalsPage = (group: string): CanvasPage => ({
  title: 'Doelen',
  sections: [{ background: 'none', columns: [[place('GoalsWebPart', { group })]] }],
});
/** Where colleagues are found. */
const colleagues: CanvasPage = {
  title: 'Collega’s',
  sections: [{ background: 'none', columns: [[place('PeopleFinderWebPart', {})]] }],
};

/** What holds in the community, for its owners to change. */
const settings: CanvasPage = {
  title: 'Instellingen',
  sections: [{ background: 'none', columns: [[place('CommunitySettingsWebPart', {})]] }],
};

/** What is stored of its reader, and what came of what they gave. */
const aboutMe: CanvasPage = {
  title: 'Over mij',
  sections: [{ background: 'none', columns: [[place('MeWebPart', {})]] }],
};

/** What colleagues wrote at length, in all groups of its reader. */
const articles: CanvasPage = {
  title: 'Artikelen',
  sections: [{ background: 'none', columns: [[place('BlogWebPart', {})]] }],
};

const articlesOf = (group: string): Section => ({
  background: 'soft',
  columns: [[place('BlogWebPart', { group })]],
});

/** A page for each group, the largest first, and one for its reader; a page with nothing chosen on the fresh site. */
export function firstPages(
  { groups, ideas, goals, articles: written }: Company,
  groupIds: ReadonlyMap<string, string>,
): Sites {
  const ofGoals = groupIds.get(goals[0]?.groupId ?? '');
  const ofIdeas = groupIds.get(ideas[0]?.groupId ?? '');
  const pages = groups.map(({ id, name }, position): [string, CanvasPage] => [
    position === 0 ? 'home' : id,
    {
      title: position === 0 ? 'Home' : name,
      sections: [
        meetingPlace(groupIds.get(id) ?? ''),
        ...(position === 0
          ? [{ background: 'soft', columns: [[place('GroupsWebPart', {})]] } as const]
          : []),
        ...(written.some(({ groupId }) => groupId === id)
          ? [articlesOf(groupIds.get(id) ?? '')]
          : []),
      ],
    },
  ]);
  return {
    [companySite]: {
      ...Object.fromEntries(pages),
      'for-you': forYou,
      articles,
      colleagues,
      settings,
      'about-me': aboutMe,
      ...(ofIdeas === undefined ? {} : { ideas: ideasPage(ofIdeas) }),
      ...(ofGoals === undefined ? {} : { goals: goalsPage(ofGoals) }),
    },
    [freshSite]: { home: { title: 'Welkom', sections: [meetingPlace('')] } },
  };
}

export interface PageStore {
  readonly sites: Sites;
  save(site: string, name: string, page: CanvasPage): void;
}

/** @param file a JSON file beside the farm's, made on the first save. */
export function openPages(file: string, first: () => Sites): PageStore {
  let sites = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sites) : first();
  const keep = (): void => writeFileSync(file, JSON.stringify(sites));
  if (!existsSync(file)) keep();
  return {
    get sites() {
      return sites;
    },
    save(site, name, page) {
      if (!sites[site]?.[name]) throw new RangeError(`There is no page ${name} in ${site}.`);
      sites = { ...sites, [site]: { ...sites[site], [name]: page } };
      keep();
    },
  };
}
