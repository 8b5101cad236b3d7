import type { WhereAtWork } from '@kantine/core';
import { expect } from 'vitest';
import { contractPeople } from '../harness.ts';
import type { Rule } from '../rule.ts';

export const directoryRules: readonly Rule[] = [
  {
    id: 'DIRECTORY-1',
    title: 'people are found by id, and ids of nobody are left out',
    async check({ harness: { people, nobody }, anna }) {
      const found = await anna.directory.people([people.zoe, nobody, people.ben]);
      const byId = new Map(found.map((person) => [person.id, person]));
      expect(byId.size).toBe(2);
      for (const role of ['zoe', 'ben'] as const) {
        const { name, active } = contractPeople[role];
        expect(byId.get(people[role])).toMatchObject({ name, active });
      }
      expect(await anna.directory.people([])).toEqual([]);
    },
  },
  {
    id: 'DIRECTORY-2',
    title: 'a hundred ids fit into one question',
    async check({ harness: { people, nobody }, anna }) {
      const strangers = Array.from({ length: 98 }, (_, turn) => `${nobody}${turn}`);
      const found = await anna.directory.people([people.anna, ...strangers, people.ben]);
      expect(found.map(({ id }) => id).toSorted()).toEqual([people.anna, people.ben].toSorted());
    },
  },
  {
    id: 'DIRECTORY-3',
    title: 'somebody who left is found by id, as somebody who left',
    async check({ harness: { people }, anna }) {
      const [left] = await anna.directory.people([people.left]);
      expect(left).toMatchObject({ name: contractPeople.left.name, active: false });
    },
  },
  {
    id: 'DIRECTORY-4',
    title: 'search finds people by how a word of their name starts, without accents or case',
    async check({ harness: { people }, anna }) {
      const ask = async (text: string) =>
        (await anna.directory.search(text, 8)).map(({ id }) => id);
      for (const text of ['Zoë', 'zoe', 'ZO', 'angstrom', 'zoe ang', '  Ångström ']) {
        expect(await ask(text), text).toEqual([people.zoe]);
      }
      expect(await ask('nobody of that name')).toEqual([]);
    },
  },
  {
    id: 'DIRECTORY-5',
    title: 'search offers nobody who left',
    async check({ harness: { people }, anna }) {
      const found = await anna.directory.search('zoe', 8);
      expect(found.map(({ id }) => id)).toEqual([people.zoe]);
      expect(await anna.directory.search('farewell', 8)).toEqual([]);
    },
  },
  {
    id: 'DIRECTORY-6',
    title: 'search returns no more people than asked for, and takes any text',
    async check({ anna }) {
      // Anna and Zoë Ångström: «an» starts a word of two people.
      expect(await anna.directory.search('an', 8)).toHaveLength(2);
      expect(await anna.directory.search('an', 1)).toHaveLength(1);
      for (const text of ["o'brien", '%', '_', '"', '*', '\\', '()', '👩‍👩‍👧', 'x'.repeat(200)]) {
        expect(await anna.directory.search(text, 8), text).toEqual([]);
      }
    },
  },
  {
    id: 'DIRECTORY-7',
    title: 'people have a job title, and search finds them by how its words start',
    needs: 'jobTitles',
    async check({ harness: { people }, anna }) {
      const [zoe] = await anna.directory.people([people.zoe]);
      expect(zoe?.title).toBe(contractPeople.zoe.title);
      const found = await anna.directory.search('baker', 8);
      expect(found.map(({ id }) => id)).toEqual([people.anna]);
    },
  },
  {
    id: 'DIRECTORY-8',
    title: 'who is chosen by what is nobody’s id is nobody',
    async check({ harness: { nobody }, anna }) {
      for (const id of [
        nobody,
        '|',
        "o'brien|",
        'i:0#.f|membership|',
        '%',
        '()',
        '昼'.repeat(200),
      ]) {
        expect(await anna.directory.choose(id), id).toBeUndefined();
        expect(await anna.directory.people([id]), id).toEqual([]);
      }
    },
  },
  {
    id: 'DIRECTORY-9',
    title: 'people are found by department and place, and who left is not',
    needs: 'departments',
    async check({ harness: { people }, anna }) {
      const ask = async (wanted: Partial<WhereAtWork>) => {
        const found = await anna.directory.find({ text: '', ...wanted }, 8);
        return { ...found, people: found.people.map(({ id }) => id).toSorted() };
      };
      const { department, place } = contractPeople.anna;
      expect((await ask({ department })).people).toEqual([people.anna]);
      expect((await ask({ place })).people).toEqual([people.anna]);
      expect((await ask({ text: department.toLowerCase() })).people).toEqual([people.anna]);
      expect((await ask({ text: 'zoe', department })).people).toEqual([]);
      expect(await ask({ text: 'anna' })).toEqual({
        people: [people.anna],
        departments: [department],
        places: [place],
      });
      const { departments } = await ask({});
      expect(departments).toContain(department);
      expect((await ask({ text: 'farewell' })).people).toEqual([]);
      for (const text of ["o'brien", '"', '*', '(', ':']) {
        expect((await ask({ text: 'nobody', department: text, place: text })).people).toEqual([]);
      }
    },
  },
];
