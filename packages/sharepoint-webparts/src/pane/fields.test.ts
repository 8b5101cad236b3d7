import { createCommunity } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';
import { settingsOf } from '@kantine/elements/registry';
import type { StoredSettings, Widget, Words } from '@kantine/elements/registry';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from './fields.ts';
import { keptForm } from './kept-form.ts';

const words = (text: string): Words => ({ en: text, nl: text, de: text, fr: text });

const board: Widget = {
  tag: 'kantine-board',
  title: words('Board'),
  description: words('A board.'),
  icon: '',
  surfaces: {},
  settings: {
    group: { kind: 'group' },
    owner: { kind: 'person', label: words('Owner') },
    rows: { kind: 'number', label: words('Rows'), least: 1, most: 9, usual: 3 },
    look: {
      kind: 'choice',
      keptAs: 'layout',
      label: words('Look'),
      options: {
        wide: { words: words('Wide'), icon: 'WideIcon' },
        narrow: { words: words('Narrow'), icon: 'NarrowIcon' },
      },
      usual: 'wide',
    },
    colours: {
      kind: 'switches',
      label: words('Colours'),
      options: { red: words('Red'), green: words('Green') },
    },
  },
};

const server = memoryServer({
  people: [],
  clock: { now: () => 0 },
  ids: { next: () => 'a-key-of-nobody-else' },
});
const community = createCommunity(server.connect('ada'));
const fields = fieldsOf(board, { community, properties: {} });
const kept = (stored: StoredSettings): StoredSettings => keptForm(settingsOf(board), stored);

describe('a property pane', () => {
  it('has a field for each setting, and one for each switch', () => {
    expect(fields.map(({ kind, name }) => [kind, name])).toEqual([
      ['element', 'group'],
      ['element', 'owner'],
      ['number', 'rows'],
      ['choice', 'layout'],
      ['heading', 'coloursHeading'],
      ['switch', 'colours.red'],
      ['switch', 'colours.green'],
    ]);
  });

  it('names them in the words of the declaration, within its bounds', () => {
    expect(fields[2]).toEqual({ kind: 'number', name: 'rows', label: 'Rows', min: 1, max: 9 });
    expect(fields[3]).toEqual({
      kind: 'choice',
      name: 'layout',
      label: 'Look',
      options: [
        { key: 'wide', text: 'Wide', icon: 'WideIcon' },
        { key: 'narrow', text: 'Narrow', icon: 'NarrowIcon' },
      ],
    });
    expect(fields.slice(4)).toMatchObject([
      { label: 'Colours' },
      { label: 'Red' },
      { label: 'Green' },
    ]);
  });

  it('begins with what holds where a page keeps nothing, or nothing that makes sense', () => {
    const usual = {
      group: '',
      owner: '',
      rows: 3,
      layout: 'wide',
      colours: { red: true, green: true },
    };
    expect(kept({})).toEqual(usual);
    expect(kept({ group: 7, rows: 'many', layout: 'round', colours: 'red' })).toEqual(usual);
  });

  it('begins with what a page keeps', () => {
    const stored = { group: 'g', owner: 'ada', rows: 5, layout: 'narrow' };
    expect(kept({ ...stored, colours: { green: false } })).toEqual({
      ...stored,
      colours: { red: true, green: false },
    });
  });
});
