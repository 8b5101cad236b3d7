import { describe, expect, it } from 'vitest';
import { widget as kudos } from '../kudos/widget.ts';
import { widget as profileCard } from '../profile-card/widget.ts';
import { widget as wall } from '../wall/widget.ts';
import { settingsOf, withoutWords } from './edit.ts';
import { applySettings } from './read.ts';
import type { StoredSettings } from './read.ts';
import type { Widget } from './declaration.ts';

const everyValue = [
  'helps-out',
  'shares-knowledge',
  'dares-to-try',
  'keeps-promises',
  'brings-joy',
];

/** What the element has after a page has given it what it keeps. */
function shown(widget: Widget, stored: StoredSettings, before: object = {}): object {
  const element = { ...before };
  applySettings(element, settingsOf(widget).map(withoutWords), stored);
  return element;
}

describe('settings that version 0.1.0 wrote into pages', () => {
  it.each<[string, Widget, StoredSettings, object]>([
    [
      'a wall',
      wall,
      { group: 'g-17', posts: 4, layout: 'compact' },
      { group: 'g-17', posts: 4, layout: 'compact' },
    ],
    [
      'a wall as it is taken from the toolbox',
      wall,
      { group: '', posts: 10, layout: 'full' },
      { group: '', posts: 10, layout: 'full' },
    ],
    [
      'a macro for a wall that nobody configured',
      wall,
      {},
      { group: '', posts: 10, layout: 'full' },
    ],
    [
      'kudos as they are taken from the toolbox',
      kudos,
      { count: 5, values: {} },
      { count: 5, values: everyValue },
    ],
    [
      'kudos on SharePoint with one value switched off',
      kudos,
      { count: 3, values: { 'brings-joy': false } },
      { count: 3, values: everyValue.slice(0, -1) },
    ],
    [
      'kudos on SharePoint with one value switched off and on again',
      kudos,
      { count: 3, values: { 'helps-out': false, 'brings-joy': true } },
      { count: 3, values: everyValue.slice(1) },
    ],
    [
      'kudos on SharePoint with every value switched off, which means all',
      kudos,
      { count: 3, values: Object.fromEntries(everyValue.map((value) => [value, false])) },
      { count: 3, values: everyValue },
    ],
    [
      'kudos on Confluence with one value',
      kudos,
      { count: 3, values: ['brings-joy'] },
      { count: 3, values: ['brings-joy'] },
    ],
    [
      'kudos on Confluence with no value, which means all',
      kudos,
      { values: [] },
      { count: 5, values: everyValue },
    ],
    [
      'a profile card of a person',
      profileCard,
      { person: 'ada', layout: 'compact' },
      { person: 'ada', form: 'compact' },
    ],
    [
      'a profile card of the reader',
      profileCard,
      { person: '', layout: 'full' },
      { person: undefined, form: 'full' },
    ],
    [
      'a macro for a profile card that nobody configured',
      profileCard,
      {},
      { person: undefined, form: 'full' },
    ],
  ])('are read: %s', (_, widget, stored, element) => {
    expect(shown(widget, stored)).toEqual(element);
  });
});

describe('settings that make no sense', () => {
  it.each<[StoredSettings, object]>([
    [{ posts: 'many' }, { posts: 10 }],
    [{ posts: -1 }, { posts: 10 }],
    [{ posts: 4.5 }, { posts: 10 }],
    [{ posts: null }, { posts: 10 }],
    [{ posts: true }, { posts: 10 }],
    [{ posts: '' }, { posts: 10 }],
    [{ posts: NaN }, { posts: 10 }],
    [{ posts: 1e9 }, { posts: 20 }],
    [{ posts: 1 }, { posts: 3 }],
    [{ posts: '4' }, { posts: 4 }],
    [{ group: {} }, { group: '' }],
    [{ group: 7 }, { group: '' }],
    [{ layout: 7 }, { layout: 'full' }],
    [{ layout: 'toString' }, { layout: 'full' }],
  ])('are not believed: a wall with %j', (stored, element) => {
    expect(shown(wall, stored)).toMatchObject(element);
  });

  it.each([7, 'all', null, [7, null], { 'helps-out': 'no' }, { unknown: false }])(
    'are not believed: kudos for %j',
    (values) => {
      expect(shown(kudos, { values })).toEqual({ count: 5, values: everyValue });
    },
  );

  it('are left out where the others make sense', () => {
    expect(shown(kudos, { values: ['brings-joy', 'gossips'] })).toMatchObject({
      values: ['brings-joy'],
    });
  });
});

describe('an element in a state that nobody can choose', () => {
  it('stays there: a profile that is being edited is not taken away', () => {
    const stored = { person: '7', layout: 'compact' };
    expect(shown(profileCard, stored, { form: 'edit' })).toEqual({ person: '7', form: 'edit' });
    expect(shown(profileCard, stored, { form: 'full' })).toEqual({ person: '7', form: 'compact' });
  });
});
