/**
 * What stands on sites that are set up already. A name that changes hides every row behind it, so these
 * tables may only grow; moving a collection to another list takes a migration.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedContainer, collections } from '@kantine/core';
import type { Collection } from '@kantine/core';
import { indexColumn } from './columns.ts';
import { earlierLists } from './earlier-names.ts';
import { allLists, closedKinds } from './list-specs.ts';
import { firstListOf, listName } from './lists.ts';
import { sharedListSetsOf } from './list-sets.ts';
import type { SharedListSet } from './list-sets.ts';

const all: readonly Collection[] = Object.values(collections);

/** Every list that ever shipped, in the order in which they are made. */
const sharedLists = [
  'KantineSetup',
  'KantineContainers',
  'KantineRequests',
  'KantineClosed',
  'KantineProfiles',
  'KantineGroups',
  'KantineMemberships',
  'KantinePosts',
  'KantineComments',
  'KantineRevisions',
  'KantineReactions',
  'KantineReadMarks',
  'KantineKudos',
  'KantineMore',
  'KantineMoreOfGroups',
  'KantineMoreOfPeople',
  'KantineGoverned',
  'KantineOffice',
  'KantineDeskOfGroups',
  'KantineLetters',
];
const listsOfGroup12 = [
  'KantineGroupsIn12',
  'KantinePostsIn12',
  'KantineCommentsIn12',
  'KantineRevisionsIn12',
  'KantineReactionsIn12',
];

const closedKindsEver = [
  'KantineGroupsIn',
  'KantinePostsIn',
  'KantineCommentsIn',
  'KantineRevisionsIn',
  'KantineReactionsIn',
  'KantineAsksIn',
  'KantineMoreIn',
  'KantineDeskIn',
];

/** The column of each index that ever shipped. */
const indexColumns: Readonly<Record<string, string>> = {
  'groups.recent': 'KtIndexRecent',
  'groups.byTitle': 'KtIndexByTitle',
  'memberships.byGroup': 'KtIndexByGroup',
  'memberships.byPerson': 'KtIndexByPerson',
  'posts.recent': 'KtIndexRecent',
  'comments.byPost': 'KtIndexByPost',
  'revisions.byTarget': 'KtIndexByTarget',
  'reactions.byPost': 'KtIndexByPost',
  'reactions.byTarget': 'KtIndexByTarget',
  'reactions.byOwner': 'KtIndexByOwner',
  'kudos.recent': 'KtIndexRecent',
  'kudos.byRecipient': 'KtIndexByRecipient',
  'kudos.byBatch': 'KtIndexByBatch',
  'posts.byKind': 'KtIx1',
  'posts.byTopic': 'KtIx2',
  'marks.byPost': 'KtIx1',
  'marks.byFamily': 'KtIx2',
  'marks.byTo': 'KtIx3',
  'marks.byMark': 'KtIx4',
  'acts.recent': 'KtIx1',
  'acts.byPost': 'KtIx2',
  'acts.byFamily': 'KtIx3',
  'acts.byAppointer': 'KtIx4',
  'reports.recent': 'KtIx1',
  'reports.byPost': 'KtIx2',
  'preferences.byKind': 'KtIx1',
  'comments.byPerson': 'KtIx1',
  'mentions.byPerson': 'KtIx1',
  'mentions.byTarget': 'KtIx2',
  'fates.byPost': 'KtIx1',
  'fates.byState': 'KtIx2',
  'goals.recent': 'KtIx1',
  'checkIns.byGoal': 'KtIx1',
  'articles.recent': 'KtIx1',
  'articles.byWriter': 'KtIx2',
  'articles.bySeries': 'KtIx3',
  'keptThanks.byKudos': 'KtIx1',
  'keptThanks.byKind': 'KtIx2',
  'keptThanks.byThanks': 'KtIx3',
  'groupThanks.byKind': 'KtIx1',
  'groupThanks.byRecipient': 'KtIx2',
  'groupThanks.byBatch': 'KtIx3',
  'tags.byTag': 'KtIx1',
  'tags.byWord': 'KtIx2',
  'staff.byAccount': 'KtIx1',
  'staff.byDepartment': 'KtIx2',
  'staff.byPlace': 'KtIx3',
  'staff.byManager': 'KtIx4',
  'settled.byKind': 'KtIx1',
};

describe('a site that is set up', () => {
  it('keeps the names of its lists', () => {
    expect(allLists(all).map(({ name }) => name)).toEqual(expect.arrayContaining(sharedLists));
    const earlier = earlierLists(all, closedContainer('12')).map(({ name }) => name);
    expect(earlier).toEqual(expect.arrayContaining(listsOfGroup12));
  });

  it('keeps the kinds by which a row names the lists of its closed container', () => {
    const kinds = closedKinds(all).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(closedKindsEver));
  });

  it('has eight lists for each closed group', () => {
    expect(closedKinds(all)).toHaveLength(8);
  });

  it('keeps the list that tells of the right to each place: one that every such site has', () => {
    const first = (place: SharedListSet) => firstListOf(all, place);
    expect(first('community')).toBe('KantineProfiles');
    expect(first('group')).toBe('KantinePosts');
    expect(first('person')).toBe('KantineReadMarks');
  });

  it('keeps the column of each index', () => {
    const found = Object.fromEntries(
      all.flatMap((collection) =>
        Object.keys(collection.indexes).map((index) => [
          `${collection.name}.${index}`,
          indexColumn(collection, index),
        ]),
      ),
    );
    expect(found).toMatchObject(indexColumns);
  });

  it('has a later index of a list that is there already in one of its spare columns', () => {
    const shipped = all.filter((collection) =>
      sharedListSetsOf(collection).some((place) =>
        sharedLists.includes(listName(collection, place)),
      ),
    );
    expect(shipped.length).toBeGreaterThanOrEqual(9);
    const later = shipped.flatMap((collection) =>
      Object.keys(collection.indexes)
        .filter((index) => indexColumns[`${collection.name}.${index}`] === undefined)
        .map((index) => indexColumn(collection, index)),
    );
    for (const column of later) expect(column).toMatch(/^KtIx[1-5]$/);
  });
});

describe('this package', () => {
  const root = join(import.meta.dirname, '..');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      !/node_modules|dist|testing\/|\.test\.ts$/.test(file.replaceAll('\\', '/')),
  );

  it('knows no collection by its name', () => {
    const names = all.map(({ name }) => name).join('|');
    // In a text of its own, in the name of a list, or taken out of core's list of them.
    const named = new RegExp(
      `(['"\`])(?:${names})\\1|\\bKantine(?:${names})|\\bcollections\\.(?:${names})\\b`,
      'i',
    );
    expect(sources.length).toBeGreaterThan(30);
    const found = sources.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter((line) => named.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});
