/** A name as colleagues say it. */

const remarks = /\s*[([][^)\]]*[)\]]?/g;
const titles = /^(?:-?\p{L}{2,}\.\s*)+(?=\S)/u;

/**
 * @param name as the directory writes it: «Vries, Anna de», «Dr. Sandra Öz», «Müller, Jörg (extern)».
 * @returns given names first, without titles and remarks: «Anna de Vries», «Sandra Öz», «Jörg Müller».
 */
export function spokenName(name: string): string {
  const plain = name.replace(remarks, '').trim() || name;
  const [last = '', given] = plain.split(/\s*,\s*/, 2);
  return (given ? `${given} ${last}` : last).replace(titles, '');
}

export function firstName(name: string): string {
  const [first = ''] = spokenName(name).split(/\s+/, 1);
  return first === '' ? name : first;
}
