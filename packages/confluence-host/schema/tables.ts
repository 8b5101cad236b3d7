/** Every table as a statement that may be run twice, and what a later version adds to it. */
import type { Collection } from '@kantine/core';
import { choiceLayouts, choiceLines } from './choice.ts';
import { layoutOf, stamp } from './layout.ts';
import type { Layout } from './layout.ts';

/** A part of the schema, made once; its name never changes its meaning. */
export interface Part {
  readonly name: string;
  /** The statement that adds it to a table that exists without it. */
  readonly add: string;
}

export interface Table {
  readonly name: string;
  readonly create: string;
  readonly parts: readonly Part[];
}

const quoted = (...names: readonly string[]): string =>
  names.map((name) => `\`${name}\``).join(', ');

/** People and containers have long ids; rows hold a number of three bytes instead. */
const smallId = 'MEDIUMINT UNSIGNED NOT NULL';
const longestKey = 1024;

const hostTables: Readonly<Record<string, readonly string[]>> = {
  people: [
    `\`id\` ${smallId}`,
    '`account` VARBINARY(128) NOT NULL',
    'PRIMARY KEY (`id`)',
    'UNIQUE KEY `people_account` (`account`)',
  ],
  containers: [
    `\`id\` ${smallId}`,
    '`name` VARBINARY(255) NOT NULL',
    // open or closed; making until its maker is a member.
    '`access` VARBINARY(8) NOT NULL',
    // The space in which it was made; empty where it belongs to none.
    '`space` VARBINARY(32) NOT NULL',
    `\`maker\` ${smallId}`,
    // The id of the group's record where the container is a group's; 0 elsewhere.
    '`group_id` BIGINT NOT NULL',
    'PRIMARY KEY (`id`)',
    'UNIQUE KEY `containers_name` (`name`)',
    'KEY `containers_group` (`group_id`, `space`)',
  ],
  members: [
    `\`container\` ${smallId}`,
    `\`person\` ${smallId}`,
    '`role` VARBINARY(8) NOT NULL',
    'PRIMARY KEY (`container`, `person`)',
    'KEY `members_person` (`person`, `container`)',
  ],
  // Who asks to be let into a closed container, and the line that they wrote for its stewards.
  asks: [
    `\`container\` ${smallId}`,
    `\`person\` ${smallId}`,
    '`note` VARBINARY(1200) NOT NULL',
    'PRIMARY KEY (`container`, `person`)',
    'KEY `asks_person` (`person`, `container`)',
  ],
  spaces: [
    '`id` VARBINARY(32) NOT NULL',
    '`enabled` TINYINT NOT NULL',
    'PRIMARY KEY (`id`)',
    'KEY `spaces_enabled` (`enabled`, `id`)',
  ],
  settings: ['`name` VARBINARY(64) NOT NULL', '`value` BLOB NOT NULL', 'PRIMARY KEY (`name`)'],
};

const createTable = (name: string, lines: readonly string[]): string =>
  `CREATE TABLE IF NOT EXISTS ${quoted(name)} (${lines.join(', ')})`;

function recordTable({ table, columns, indexes }: Layout): Table {
  const stamps = [
    `${quoted(stamp.container)} ${smallId}`,
    `${quoted(stamp.id)} BIGINT NOT NULL`,
    `${quoted(stamp.author)} ${smallId}`,
    `${quoted(stamp.key)} VARBINARY(${longestKey}) NOT NULL`,
    `${quoted(stamp.changed)} INT UNSIGNED NOT NULL`,
  ];
  const keys = [
    `PRIMARY KEY (${quoted(stamp.container, stamp.id)})`,
    `UNIQUE KEY ${quoted(`${table}_key`)} (${quoted(stamp.container, stamp.author, stamp.key)})`,
  ];
  const fields = columns.map(({ name, type }) => `${quoted(name)} ${type}`);
  const named = indexes.map((index) => ({
    name: `${table}_${index.name}`,
    on: quoted(...index.columns),
  }));
  return {
    name: table,
    create: createTable(table, [
      ...stamps,
      ...fields,
      ...keys,
      ...named.map(({ name, on }) => `KEY ${quoted(name)} (${on})`),
    ]),
    parts: [
      ...columns.map(({ name, type }) => ({
        name: `${table}.${name}`,
        add: `ALTER TABLE ${quoted(table)} ADD COLUMN IF NOT EXISTS ${quoted(name)} ${type}`,
      })),
      ...named.map(({ name, on }) => ({
        name,
        add: `CREATE INDEX IF NOT EXISTS ${quoted(name)} ON ${quoted(table)} (${on})`,
      })),
    ],
  };
}

export function tablesOf(collections: readonly Collection[]): readonly Table[] {
  const choices = choiceLayouts(collections);
  const hostTable = ([name, lines]: readonly [string, readonly string[]]): Table => ({
    name,
    create: createTable(name, lines),
    parts: [],
  });
  return [
    ...Object.entries(hostTables).map(hostTable),
    ...collections.map((collection) => {
      const choice = choices.get(collection.name);
      return choice
        ? hostTable([choice.table, choiceLines(choice)])
        : recordTable(layoutOf(collection));
    }),
  ];
}
