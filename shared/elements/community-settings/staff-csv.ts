/** A list of staff as spreadsheets save it: lines of cells, the first of which names the columns. */
import type { StaffLine } from '@kantine/core';

const empty: StaffLine = {
  who: '',
  department: '',
  place: '',
  title: '',
  manager: '',
  since: '',
};

/** How the columns are called, in the languages of the product. */
const columns: Readonly<Record<keyof StaffLine, readonly string[]>> = {
  who: ['who', 'name', 'mail', 'e-mail', 'email', 'account', 'naam', 'wie', 'nom', 'qui', 'wer'],
  department: ['department', 'afdeling', 'abteilung', 'service', 'département'],
  place: ['place', 'location', 'office', 'plaats', 'vestiging', 'ort', 'standort', 'lieu', 'site'],
  title: ['title', 'job title', 'function', 'functie', 'titel', 'funktion', 'fonction', 'titre'],
  manager: ['manager', 'leidinggevende', 'führungskraft', 'responsable'],
  since: ['since', 'sinds', 'seit', 'depuis'],
};
const names = Object.keys(columns) as readonly (keyof StaffLine)[];

/** The separator that the first line has most of. */
function separatorIn(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counted = [';', ',', '\t'].map((each) => [first.split(each).length, each] as const);
  return counted.toSorted(([one], [other]) => other - one)[0]?.[1] ?? ';';
}

/** Cells in quotes may hold separators, line ends and doubled quotes. */
function cellsIn(text: string): readonly (readonly string[])[] {
  const separator = separatorIn(text);
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell.trim() === '') isQuoted = true;
    else if (character === separator) end();
    else if (character === '\n') {
      end();
      rows.push([]);
    } else cell += character;
  }
  end();
  return rows.filter((row) => row.some((each) => each !== ''));
}

/**
 * @returns the lines, or undefined where the first line names no column with the people in it.
 */
export function staffLinesIn(text: string): readonly StaffLine[] | undefined {
  const [head = [], ...rest] = cellsIn(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const found = head.map((cell) =>
    names.find((name) => columns[name].includes(cell.toLocaleLowerCase('en'))),
  );
  if (!found.includes('who')) return undefined;
  return rest
    .map((row): StaffLine => {
      const said = found.flatMap((name, at) => (name ? [[name, row[at] ?? ''] as const] : []));
      return { ...empty, ...Object.fromEntries(said) };
    })
    .filter(({ who }) => who !== '');
}
