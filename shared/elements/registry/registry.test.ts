import { describe, expect, it } from 'vitest';
import { problemsOf } from './check.ts';
import { settingsOf, withoutWords } from './edit.ts';
import { defineWidget } from './declaration.ts';
import type { Widget } from './declaration.ts';
import { languages } from './words.ts';
import type { Words } from './words.ts';

const words = (text: string): Words => ({ en: text, nl: text, de: text, fr: text });

/** An element as a declaration sees it: a class with properties. */
interface Board {
  group: string | undefined;
  owner: string | undefined;
  rows: number;
  look: 'wide' | 'narrow' | 'editing';
  colours: readonly ('red' | 'green')[];
}

const id = '1f0a7c1e-9f0e-4a53-8c1b-2f1de0f4b1aa';
const texts = { title: words('Board'), description: words('A board.') } as const;
const common = { tag: 'kantine-board', icon: '<path d="M0 0"/>', ...texts } as const;

const board = defineWidget<Board>({
  ...common,
  surfaces: {
    webPart: { id, alias: 'BoardWebPart', toolbox: 'feeds', size: { columns: 1, rows: 1 } },
    macro: { key: 'board' },
    byline: { key: 'board-of-author', ...texts, tooltip: words('Look'), author: 'owner' },
  },
  settings: {
    group: { kind: 'group' },
    owner: { kind: 'person', label: words('Owner') },
    rows: { kind: 'number', label: words('Rows'), least: 1, most: 9, usual: 3 },
    look: {
      kind: 'choice',
      keptAs: 'layout',
      label: words('Look'),
      options: {
        wide: { words: words('Wide'), icon: 'Wide' },
        narrow: { words: words('Narrow'), icon: 'Narrow' },
      },
      usual: 'wide',
    },
    colours: {
      kind: 'switches',
      label: words('Colours'),
      options: { red: words('Red'), green: words('Green') },
    },
  },
});

const problems = (...widgets: readonly unknown[]): readonly string[] =>
  problemsOf(
    widgets.map((widget) => ({ folder: 'board', widget: widget as Partial<Widget> | undefined })),
  );

describe('a declaration', () => {
  it('names each setting as pages keep it, and the property that it sets', () => {
    expect(settingsOf(board).map(({ name, property }) => [name, property])).toEqual([
      ['group', 'group'],
      ['owner', 'owner'],
      ['rows', 'rows'],
      ['layout', 'look'],
      ['colours', 'colours'],
    ]);
  });

  it('leaves a page without an editor everything but the words', () => {
    expect(settingsOf(board).map(withoutWords)).toEqual([
      { kind: 'group', name: 'group', property: 'group' },
      { kind: 'person', name: 'owner', property: 'owner' },
      { kind: 'number', name: 'rows', property: 'rows', least: 1, most: 9, usual: 3 },
      {
        kind: 'choice',
        name: 'layout',
        property: 'look',
        values: ['wide', 'narrow'],
        usual: 'wide',
      },
      { kind: 'switches', name: 'colours', property: 'colours', values: ['red', 'green'] },
    ]);
  });

  it('does not compile without an id, a key, a word in each language, or a property to set', () => {
    const size = { columns: 1, rows: 1 } as const;
    const webPart = { alias: 'BoardWebPart', toolbox: 'feeds', size } as const;
    // @ts-expect-error A web part without a component id.
    defineWidget<Board>({ ...common, surfaces: { webPart }, settings: {} });
    const noId = { ...webPart, id: '7' } as const;
    // @ts-expect-error A component id that is none.
    defineWidget<Board>({ ...common, surfaces: { webPart: noId }, settings: {} });
    // @ts-expect-error A macro without a key.
    defineWidget<Board>({ ...common, surfaces: { macro: {} }, settings: {} });
    const title = { en: 'Board', nl: 'Bord', de: 'Brett' };
    // @ts-expect-error A title without words in French.
    defineWidget<Board>({ ...common, title, surfaces: {}, settings: {} });
    defineWidget<Board>({
      ...common,
      surfaces: {},
      settings: {
        // @ts-expect-error A setting without words in German.
        rows: { kind: 'number', label: { en: '', nl: '', fr: '' }, least: 1, most: 2, usual: 1 },
      },
    });
    // @ts-expect-error A setting for a property that the element does not have.
    defineWidget<Board>({ ...common, surfaces: {}, settings: { columns: { kind: 'group' } } });
    // @ts-expect-error A setting that the property cannot take.
    defineWidget<Board>({ ...common, surfaces: {}, settings: { rows: { kind: 'group' } } });
    const choice = { kind: 'choice', label: words('Look'), usual: 'wide' } as const;
    const round = { words: words('Round'), icon: 'Round' };
    defineWidget<Board>({
      ...common,
      surfaces: {},
      // @ts-expect-error A choice that the element does not know.
      settings: { look: { ...choice, options: { round } } },
    });
    const switches = { kind: 'switches', label: words('Colours') } as const;
    defineWidget<Board>({
      ...common,
      surfaces: {},
      // @ts-expect-error One of the values has no words.
      settings: { colours: { ...switches, options: { red: words('Red') } } },
    });
    expect(problems(board)).toEqual([]);
  });
});

describe('what the compiler cannot see of a declaration is refused', () => {
  const webPart = board.surfaces.webPart as object;
  const withPreset = (preset: object): object => ({
    ...board,
    surfaces: { webPart: { ...webPart, presets: [{ ...texts, ...preset }] } },
  });

  it('and an entry of the toolbox is not, that sets what an editor could choose', () => {
    expect(problems(withPreset({ sets: { rows: 9, look: 'narrow', colours: ['red'] } }))).toEqual(
      [],
    );
  });

  it.each<readonly [string, unknown, string]>([
    ['no declaration at all', undefined, 'declares no widget'],
    ['no surface', { ...board, surfaces: {} }, 'stands nowhere'],
    ['no id', { ...board, surfaces: { webPart: { ...webPart, id: '' } } }, 'no UUID'],
    [
      'an id of letters',
      { ...board, surfaces: { webPart: { ...webPart, id: 'a-b-c-d-e' } } },
      'UUID',
    ],
    ['no key', { ...board, surfaces: { macro: { key: '' } } }, 'macro has no key'],
    ['no alias', { ...board, surfaces: { webPart: { ...webPart, alias: 'Part' } } }, 'no alias'],
    [
      'a card without an id',
      { ...board, surfaces: { card: { id: '', alias: 'BoardCard' } } },
      'its card has no UUID',
    ],
    [
      'a card without an alias',
      { ...board, surfaces: { card: { id, alias: 'Card' } } },
      'its card has no alias',
    ],
    ...(['spacePage', 'globalPage', 'homepageFeed', 'byline'] as const).flatMap((surface) => {
      const whole = { ...board.surfaces.byline, key: 'a', route: 'b', title: words('Board') };
      const having = (changed: object) => ({
        ...board,
        surfaces: { [surface]: { ...whole, ...changed } },
      });
      return languages.map(
        (language) =>
          [
            `a title of a ${surface} without words in ${language}`,
            having({ title: { ...words('Board'), [language]: '' } }),
            `has no words in ${language}`,
          ] as const,
      );
    }),
    ...(['spacePage', 'globalPage'] as const).flatMap((surface) =>
      ['', 'Board', '/board', 'my board'].map(
        (route) =>
          [
            `the route “${route}” of a ${surface}`,
            { ...board, surfaces: { [surface]: { key: 'board', route } } },
            'has no route',
          ] as const,
      ),
    ),
    [
      'a place that there is not',
      { ...board, surfaces: { ...board.surfaces, sidebar: { key: 'board' } } },
      '“sidebar” is no place',
    ],
    [
      'a byline whose author goes nowhere',
      { ...board, surfaces: { byline: { ...board.surfaces.byline, author: '' } } },
      'gives the author to no property',
    ],
    [
      'a tooltip of a byline without words',
      { ...board, surfaces: { byline: { ...board.surfaces.byline, tooltip: {} } } },
      'the tooltip of the byline has no words in de',
    ],
    [
      'a category that the toolbox lacks',
      { ...board, surfaces: { webPart: { ...webPart, toolbox: 'games' } } },
      '“games” is no category',
    ],
    [
      'no size',
      { ...board, surfaces: { webPart: { ...webPart, size: { columns: 0 } } } },
      'no size',
    ],
    [
      'an entry of the toolbox without words',
      withPreset({ title: { ...words('Board'), de: '' }, sets: {} }),
      'title of a preset has no words in de',
    ],
    [
      'an entry of the toolbox for a setting that is not there',
      withPreset({ sets: { columns: 2 } }),
      'sets columns, and there is no such setting',
    ],
    ...[{ rows: 10 }, { look: 'editing' }, { colours: ['blue'] }, { group: 7 }].map(
      (sets) =>
        [
          `an entry of the toolbox with ${JSON.stringify(sets)}`,
          withPreset({ sets }),
          'to what nobody can choose',
        ] as const,
    ),
    [
      'a setting of no kind',
      { ...board, settings: { rows: { ...board.settings.rows, kind: 'slider' } } },
      'rows is of no kind, but “slider”',
    ],
    ['a tag of somebody else', { ...board, tag: 'x-board' }, 'no tag of ours'],
    ['no icon', { ...board, icon: '' }, 'no icon'],
    ['an empty word', { ...board, title: { ...words('Board'), fr: ' ' } }, 'no words in fr'],
    [
      'a usual number out of bounds',
      { ...board, settings: { rows: { ...board.settings.rows, usual: 10 } } },
      'no order of numbers',
    ],
    [
      'a usual choice that is not offered',
      { ...board, settings: { look: { ...board.settings.look, usual: 'editing' } } },
      'usual choice',
    ],
    [
      'a switch without words',
      { ...board, settings: { colours: { ...board.settings.colours, options: { red: {} } } } },
      'switch red of colours has no words in en',
    ],
    [
      'two settings that are kept under one name',
      { ...board, settings: { ...board.settings, rows: { kind: 'group', keptAs: 'group' } } },
      'setting group of kantine-board is there twice',
    ],
  ])('%s', (_, widget, said) => {
    expect(problems(widget).join('\n')).toContain(said);
  });

  it('an id, key, alias or tag that two widgets claim', () => {
    expect(problems(board, board)).toEqual(
      expect.arrayContaining([
        'The tag kantine-board is there twice.',
        `The id ${id} is there twice.`,
        'The alias BoardWebPart is there twice.',
        'The key board is there twice.',
      ]),
    );
  });
});
