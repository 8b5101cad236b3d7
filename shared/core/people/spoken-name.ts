/** A name as colleagues say it. */

const remarks = /\s*[([][^)\]]*[)\]]?/g;
const titles = /^(?:-?\p{L}{2,}\.\s*)+(?=\S)/u;

/** A given name and more: what follows behind a comma may be a degree. */
const whole = /^\p{Lu}\p{Ll}+ /u;
/** «PhD», «MBA», «M.A.», «Dr.»: a given name has its one capital in front, or behind a hyphen. */
const degree = /[\p{L}.][\p{Lu}.]/u;

/**
 * @param name as the directory writes it: «Vries, Anna de», «Dr. Sandra Öz», «Müller, Jörg (extern)».
 * @returns given names first, without titles, degrees and remarks: «Anna de Vries», «Sandra Öz», «Jörg Müller».
 */
export function spokenName(name: string): string {
  const plain = name.replace(remarks, '').trim() || name;
  const [family = '', ...behind] = plain.split(/\s*,\s*/);
  const last = family.replace(titles, '');
  const given = behind.find((part) => !whole.test(last) || !degree.test(part.replace(titles, '')));
  return (given ? `${given} ${last}` : last).replace(titles, '');
}

export function firstName(name: string): string {
  const [first = ''] = spokenName(name).split(/\s+/, 1);
  return first === '' ? name : first;
}
