/** A name as colleagues say it. */

const remarks = /\s*[([][^)\]]*[)\]]?/g;
const titles = /^(?:-?\p{L}{2,}\.\s*)+(?=\S)/u;

/** What stands behind a comma and is no given name; «MA» is one in a name that is written in capitals. */
const degrees =
  /^(?:ph\.?\s?d|[bm]\.?\s?sc|[bm]\.?\s?eng|ll\.?\s?[bdm]|mag|dr|prof|dipl\.?-?\s?ing|jr|sr|esq)\.?$/i;
const capitals = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.\s?){2,4})$/u;
/** A given name and a family name: what follows them is neither. */
const whole = /^\p{Lu}\p{Ll}+\s(?:\S+\s)*\p{Lu}\S+$/u;

const isDegree = (part: string, before: string): boolean =>
  degrees.test(part) || (capitals.test(part) && whole.test(before));

/**
 * @param name as the directory writes it: «Vries, Anna de», «Dr. Sandra Öz», «Müller, Jörg (extern)».
 * @returns given names first, without titles, degrees and remarks: «Anna de Vries», «Sandra Öz», «Jörg Müller».
 */
export function spokenName(name: string): string {
  const plain = name.replace(remarks, '').trim() || name;
  const [family = '', ...behind] = plain.split(/\s*,\s*/);
  const last = family.replace(titles, '');
  const given = behind.find((part) => !isDegree(part, last));
  return (given ? `${given} ${last}` : last).replace(titles, '');
}

export function firstName(name: string): string {
  const [first = ''] = spokenName(name).split(/\s+/, 1);
  return first === '' ? name : first;
}
