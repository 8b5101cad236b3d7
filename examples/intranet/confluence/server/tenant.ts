/** The example company as a Confluence site. */
import type { Company } from '@kantine/company';
import type { Content, Site } from '@kantine/forge-emulator';
import { ownerOf } from '../../server/company.ts';

/** The space that the company lives in, and one in which nobody has enabled Kantine yet. */
export const companySpace = { id: '100', key: 'TARWIJK' } as const;
export const freshSpace = { id: '200', key: 'NIEUW' } as const;
export const homePage = '1';

const locales: Readonly<Record<string, string>> = {
  nl: 'nl-NL',
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-BE',
};

/**
 * @param hasEverybody also those who left, who had not left yet when the story began.
 * @param language what everybody reads, where it is not their own.
 */
export function siteOf(company: Company, content: readonly Content[], hasEverybody = false): Site {
  const everybody = ['everyone'];
  const administer = [ownerOf(company).id];
  const permissions = { read: everybody, create: everybody, administer };
  return {
    users: company.people.map(({ id, name, email, active, timeZone, languages }) => ({
      accountId: id,
      displayName: name,
      email,
      timeZone,
      active: hasEverybody || active,
      locale: locales[languages[0] ?? 'en'] ?? 'en-GB',
      admin: id === administer[0],
    })),
    spaces: [
      { ...companySpace, name: company.name, homepageId: homePage, permissions },
      { ...freshSpace, name: 'Nieuwe ruimte', permissions },
    ],
    content,
  };
}

/** A page for each group, the largest first, and one for its reader. */
export function pagesOf(company: Company, groups: ReadonlyMap<string, string>): readonly Content[] {
  const authorId = ownerOf(company).id;
  const ofGroups = company.groups.map(({ id, name, createdBy }, position) => ({
    id: String(position + 1),
    title: name,
    space: companySpace.key,
    authorId: company.people.some((each) => each.id === createdBy && each.active)
      ? createdBy
      : authorId,
    macros: [
      { module: 'wall', localId: `wall-${id}`, config: { group: groups.get(id) ?? '', posts: 10 } },
      { module: 'kudos', localId: `kudos-${id}`, config: { count: 4 } },
      { module: 'profile-card', localId: `card-${id}` },
      ...(company.articles.some(({ groupId }) => groupId === id)
        ? [{ module: 'blog', localId: `blog-${id}`, config: { group: groups.get(id) ?? '' } }]
        : []),
    ],
  }));
  const forYou = {
    id: String(ofGroups.length + 1),
    title: 'Voor jou',
    space: companySpace.key,
    authorId,
    macros: [{ module: 'catch-up', localId: 'for-you' }],
  };
  const ofIdeas = groups.get(company.ideas[0]?.groupId ?? '');
  const ideas = {
    id: String(ofGroups.length + 2),
    title: 'Ideeën',
    space: companySpace.key,
    authorId,
    macros: [{ module: 'ideas', localId: 'ideas', config: { group: ofIdeas ?? '', count: 10 } }],
  };
  const articles = {
    id: String(ofGroups.length + 3),
    title: 'Artikelen',
    space: companySpace.key,
    authorId,
    macros: [{ module: 'blog', localId: 'articles' }],
  };
  const ofGoals = groups.get(company.goals[0]?.groupId ?? '');
  const goals = {
    id: String(ofGroups.length + 4),
    title: 'Doelen',
    space: companySpace.key,
    authorId,
    macros: [{ module: 'goals', localId: 'goals', config: { group: ofGoals ?? '' } }],
  };
  const colleagues = {
    id: String(ofGroups.length + 9),
    title: 'Collega’s',
    space: companySpace.key,
    authorId,
    macros: [{ module: 'people-finder', localId: 'colleagues' }],
  };
  const settings = {
    id: String(ofGroups.length + 10),
    title: 'Instellingen',
    space: companySpace.key,
    authorId,
    macros: [{ module: 'community-settings', localId: 'settings' }],
  };
  const aboutMe = {
    id: String(ofGroups.length + 11),
    title: 'Over mij',
    space: companySpace.key,
    authorId,
    macros: [{ module: 'me', localId: 'about-me' }],
  };
  return [
    ...ofGroups,
    forYou,
    articles,
    colleagues,
    settings,
    aboutMe,
    ...(ofIdeas === undefined ? [] : [ideas]),
    ...(ofGoals === undefined ? [] : [goals]),
  ];
}
