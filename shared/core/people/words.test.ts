import { expect, it } from 'vitest';
import { startsWords } from './words.ts';

it.each([
  ['Aydin', 'Aydın Kaya'],
  ['Brien', 'Sean O’Brien'],
  ["O'Brien", 'Sean O’Brien'],
  ['obrien', "Sean O'Brien"],
  ['Lukasz', 'Łukasz Nowak'],
  ['Mueller', 'Jörg Müller'],
  ['Muller', 'Jörg Müller'],
  ['Müller', 'Jorg Mueller'],
  ['Soeren', 'Søren Kjær'],
  ['soren kjaer', 'Søren Kjær'],
  ['Søren', 'Soeren Kjaer'],
  ['Kierkegaard', 'Ida Kierkegård'],
  ['Kierkegård', 'Ida Kierkegaard'],
  ['Djordje', 'Đorđe Ilić'],
  ['Dorde', 'Đorđe Ilić'],
  ['IJsbrand', 'Ĳsbrand Mol'],
  ['ĳsbrand', 'IJsbrand Mol'],
  ['Marie', 'Anne-Marie Kuiper'],
  ['annemarie', 'Anne-Marie Kuiper'],
  ['Barnes, Olivia', 'Olivia Barnes'],
  ['Zoe', 'Zoë Ångström'],
  ['Ångström zo', 'Zoe Angstrom'],
  ['Strauss', 'Ida Strauß'],
  ['Sorensen', 'Ib Sørensen'],
  ['olivia.barnes@example.com', 'O. Barnes'],
  ['baker', 'Bo Lind'],
])('who types «%s» finds %s', (text, name) => {
  const person = { name, title: 'Baker', email: 'olivia.barnes@example.com' };
  expect(startsWords(text, person)).toBe(true);
});

it.each([
  ['rien', 'Sean O’Brien'],
  ['Olivia Bakes', 'Olivia Barnes'],
  ['Muler', 'Jörg Müller'],
  ['%', 'Jörg Müller'],
  ['()', 'Jörg (extern) Müller'],
])('who types «%s» does not find %s', (text, name) => {
  expect(startsWords(text, { name })).toBe(false);
});
