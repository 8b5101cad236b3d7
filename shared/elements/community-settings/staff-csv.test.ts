import { describe, expect, it } from 'vitest';
import { staffLinesIn } from './staff-csv.ts';

const line = { who: '', department: '', place: '', title: '', manager: '', since: '' };

describe('a list of staff', () => {
  it.each([
    ['commas', 'name,department\nAda,Bakery'],
    ['semicolons', 'Naam;Afdeling\r\nAda;Bakery\r\n'],
    ['tabs', 'Name\tAbteilung\nAda\tBakery'],
    ['a mark of its encoding', '\uFEFFnom;service\nAda;Bakery'],
    ['quotes', '"name","department"\n"Ada","Bakery"'],
  ])('is read with %s', (_, text) => {
    expect(staffLinesIn(text)).toEqual([{ ...line, who: 'Ada', department: 'Bakery' }]);
  });

  it('keeps separators, line ends and quotes in quoted cells', () => {
    expect(staffLinesIn('name;title\n"Lind; Ada";"Head of ""bread""\nand cake"')).toEqual([
      { ...line, who: 'Lind; Ada', title: 'Head of "bread"\nand cake' },
    ]);
  });

  it('leaves out columns it does not know, empty lines, and lines about nobody', () => {
    expect(staffLinesIn('shoe size,since,name\n43,2019,Ada\n\n,,\n44,2020,')).toEqual([
      { ...line, who: 'Ada', since: '2019' },
    ]);
  });

  it.each(['', 'Ada,Bakery', 'department\nBakery'])(
    'is none where no column names people: %j',
    (text) => {
      expect(staffLinesIn(text)).toBeUndefined();
    },
  );
});
