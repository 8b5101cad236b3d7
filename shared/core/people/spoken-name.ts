/** A name as colleagues say it. */

const remarks = /\s*[([][^)\]]*[)\]]?/g;
/** A saint is part of a name: «St. John Smith». */
const titles = /^(?:(?!st\.)-?\p{L}{2,}\.\s*)+(?=\S)/iu;

/** What stands behind a comma and is no given name. */
const degree = /^(ph\.?d|mba|[bm]\.?(a|d|sc|eng)|ll[bm]|iii?|iv|esq|[js]r)\.?$/i;

/**
 * @param name as the directory writes it: «Vries, Anna de», «Dr. Sandra Öz», «Müller, Jörg (extern)».
 * @returns given names first, without titles, degrees and remarks: «Anna de Vries», «Sandra Öz», «Jörg Müller».
 */
export function spokenName(name: string): string {
  const plain = name.replace(remarks, '').trim() || name;
  const [last = '', ...behind] = plain.split(/\s*,\s*/);
  const given = behind.find((part) => !degree.test(part));
  return (given ? `${given} ${last}` : last).replace(titles, '');
}

export function firstName(name: string): string {
  return /^(?:st\.\s+)?\S+/i.exec(spokenName(name))?.[0] ?? name;
}
