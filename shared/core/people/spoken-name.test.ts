import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstName, spokenName } from './spoken-name.ts';

describe('a name as colleagues say it', () => {
  it.each([
    ['Anna de Vries', 'Anna de Vries', 'Anna'],
    ['Vries, Anna de', 'Anna de Vries', 'Anna'],
    ['Barnes, Olivia', 'Olivia Barnes', 'Olivia'],
    ['Dr. Sandra Öz', 'Sandra Öz', 'Sandra'],
    ['Prof. Dr. Ada Bo', 'Ada Bo', 'Ada'],
    ['Dipl.-Ing. Max Kurz', 'Max Kurz', 'Max'],
    ['Müller, Dr. Jörg (extern)', 'Jörg Müller', 'Jörg'],
    ['Sandra Öz, PhD', 'Sandra Öz', 'Sandra'],
    ['Sandra Öz, M.A.', 'Sandra Öz', 'Sandra'],
    ['Dr. Sandra Öz, MBA, PhD', 'Sandra Öz', 'Sandra'],
    ['Anne-Marie Müller, PhD', 'Anne-Marie Müller', 'Anne-Marie'],
    ['J. Smith, PhD', 'J. Smith', 'J.'],
    ['McKenzie Lee, MD', 'McKenzie Lee', 'McKenzie'],
    ['SANDRA ÖZ, PHD', 'SANDRA ÖZ', 'SANDRA'],
    ['St. John Smith', 'St. John Smith', 'St. John'],
    ['Smith, St. John', 'St. John Smith', 'St. John'],
    ['Dr. St. Clair', 'St. Clair', 'St. Clair'],
    ['Sandra Öz, MEng', 'Sandra Öz', 'Sandra'],
    ['Otto Lind, III', 'Otto Lind', 'Otto'],
    ['Ada Bo, Esq.', 'Ada Bo', 'Ada'],
    ['Ada Bo, LLM', 'Ada Bo', 'Ada'],
    ['Robert Downey, Jr', 'Robert Downey', 'Robert'],
    ['De Vries, J.P.', 'J.P. De Vries', 'J.P.'],
    ['Garcia Lopez, María J.', 'María J. Garcia Lopez', 'María'],
    ['Van Dijk, DeShawn', 'DeShawn Van Dijk', 'DeShawn'],
    ['Zoë Öz, PhD'.normalize('NFD'), 'Zoë Öz'.normalize('NFD'), 'Zoë'.normalize('NFD')],
    ['De Boer, Dr. Jan', 'Jan De Boer', 'Jan'],
    ['Berg Hansen, Jan-Willem', 'Jan-Willem Berg Hansen', 'Jan-Willem'],
    ['Öz, Sandra, Ph.D.', 'Sandra Öz', 'Sandra'],
    ['MÜLLER, JÖRG', 'JÖRG MÜLLER', 'JÖRG'],
    ['Sandra Öz, MSc', 'Sandra Öz', 'Sandra'],
    ['Vries, J.R. de', 'J.R. de Vries', 'J.R.'],
    ['Berg, J.', 'J. Berg', 'J.'],
    ['Bo Lind [Contractor]', 'Bo Lind', 'Bo'],
    ['J. R. Tolk', 'J. R. Tolk', 'J.'],
    ['(extern)', '(extern)', '(extern)'],
    ['Dr.', 'Dr.', 'Dr.'],
    ['Bram', 'Bram', 'Bram'],
  ])('of «%s» is «%s», or «%s» among friends', (name, spoken, first) => {
    expect(spokenName(name)).toBe(spoken);
    expect(firstName(name)).toBe(first);
  });

  it('is never nothing where there is a name', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        (name) => firstName(name) !== '',
      ),
    );
  });
});
