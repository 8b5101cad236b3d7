import { idIndex } from './collection.ts';
import type { About, Collection, FieldSpecs, IndexSpec } from './collection.ts';

/**
 * Checks what the type of a declaration cannot say: that its facts name its own columns, and that a
 * second row under one key adds nothing where a key stands for one record a person.
 * @throws TypeError naming the fact and what is wrong with it.
 */
export function checkCollection({
  name,
  keptIn,
  key,
  subject,
  about,
  fields,
  indexes,
}: Collection): void {
  if (keptIn.length === 0) throw new TypeError(`${name}: it is kept nowhere.`);
  for (const [index, spec] of Object.entries(indexes)) checkIndex(`${name}.${index}`, spec, fields);
  const spares = Object.values(indexes).flatMap(({ spare }) => spare ?? []);
  if (new Set(spares).size < spares.length) {
    throw new TypeError(`${name}: two indexes take the same spare column.`);
  }
  for (const [index, { proof }] of Object.entries(indexes)) {
    if ((key === 'one') !== (proof !== undefined)) {
      throw new TypeError(`${name}.${index}: an index has a proof exactly where the key is «one».`);
    }
  }
  for (const field of [...subject, ...namedBy(about)]) {
    if (fields[field] === undefined) throw new TypeError(`${name}: it has no field «${field}».`);
  }
  if (about.of === 'group' && about.index !== idIndex && !(about.index in indexes)) {
    throw new TypeError(`${name}: it has no index «${about.index}».`);
  }
}

function checkIndex(where: string, { partition, order }: IndexSpec, fields: FieldSpecs): void {
  if (partition !== undefined && fields[partition]?.type !== 'text') {
    throw new TypeError(`${where}: its partition «${partition}» is no text column.`);
  }
  if (order !== 'created' && fields[order]?.type !== 'number') {
    throw new TypeError(`${where}: its order «${order}» is neither created nor a number.`);
  }
}

const namedBy = (about: About): readonly string[] =>
  about.of === 'records'
    ? [...Object.values(about.ids), ...(about.name === undefined ? [] : [about.name])]
    : [];
