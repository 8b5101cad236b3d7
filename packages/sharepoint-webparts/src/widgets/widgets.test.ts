import { createCommunity, kudosValues } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Words } from '../words.ts';
import { groups } from './groups.ts';
import { kudos } from './kudos.ts';
import { profileCard } from './profile-card.ts';
import { wall } from './wall.ts';
import type { Widget } from './widget.ts';

const loc = join(import.meta.dirname, '../loc');

/** The words of a language, as SharePoint's loader reads them. */
function wordsIn(file: string): Words {
  let words: Words | undefined;
  const define = (_needs: readonly string[], make: () => Words): void => void (words = make());
  runInNewContext(readFileSync(join(loc, file), 'utf8'), { define });
  return words as unknown as Words;
}

const languages = readdirSync(loc);
const english = wordsIn('en-us.js');
const server = memoryServer({
  people: [],
  clock: { now: () => 0 },
  ids: { next: () => 'a-key-of-nobody-else' },
});
const community = createCommunity(server.connect('ada'));

describe('the words of the property panes', () => {
  it.each(languages)('are all there in %s', (file) => {
    const words = wordsIn(file);
    expect(Object.keys(words)).toEqual(Object.keys(english));
    for (const word of Object.values(words)) expect(word).toMatch(/\S/);
  });

  it('are there in four languages', () => {
    expect(languages).toEqual(['de-de.js', 'en-us.js', 'fr-fr.js', 'nl-nl.js']);
  });
});

describe('what an editor chooses', () => {
  const namesOf = <Properties extends object>(widget: Widget<Properties>, properties: Properties) =>
    widget.pane({ words: english, community, properties }).map(({ name }) => name);

  it('of a wall is its group, its layout and how many posts it shows', () => {
    const properties = { group: 'g', posts: 5, layout: 'compact' } as const;
    expect(namesOf(wall, properties)).toEqual(['group', 'posts', 'layout']);
    const element = {} as HTMLElement;
    wall.apply(element, properties);
    expect(element).toEqual(properties);
  });

  it('of kudos is how many are shown and for which values; none of them means all', () => {
    const properties = { count: 3, values: { 'brings-joy': false } } as const;
    expect(namesOf(kudos, properties)).toHaveLength(2 + kudosValues.length);
    const element = {} as HTMLElement & { values?: readonly string[] };
    kudos.apply(element, properties);
    expect(element).toMatchObject({ count: 3 });
    expect(element.values).toEqual(kudosValues.filter((value) => value !== 'brings-joy'));
    const none = Object.fromEntries(kudosValues.map((value) => [value, false]));
    kudos.apply(element, { count: 3, values: none });
    expect(element.values).toEqual(kudosValues);
  });

  it('of a profile card is whose it is and its layout; whoever is editing theirs goes on', () => {
    expect(namesOf(profileCard, { person: '', layout: 'full' })).toEqual(['person', 'layout']);
    const element = { form: 'full' } as HTMLElement & { person?: string; form: string };
    profileCard.apply(element, { person: '7', layout: 'compact' });
    expect(element).toEqual({ person: '7', form: 'compact' });
    element.form = 'edit';
    profileCard.apply(element, { person: '', layout: 'full' });
    expect(element).toEqual({ person: undefined, form: 'edit' });
  });

  it('of groups is nothing', () => {
    expect(namesOf(groups, {})).toEqual([]);
  });
});
