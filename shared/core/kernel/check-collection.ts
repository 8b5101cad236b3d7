import { idIndex } from './collection.ts';
import type { ContainerKind } from './container.ts';
import type { About, Collection, FieldSpecs, IndexSpec } from './collection.ts';

/**
 * Checks what the type of a declaration cannot say: that its facts name its own columns and do not
 * contradict each other, and that a second row under one key adds nothing where a key stands for one
 * record a person.
 * @throws TypeError naming the fact and what is wrong with it.
 */
export function checkCollection(declared: Collection): void {
  const { name, keptIn, subject, about, fields, choice, message, texts = [] } = declared;
  if (!/^[a-z][A-Za-z]*$/.test(name)) throw new TypeError(`${name}: its name is not in camelCase.`);
  if ((keptIn as readonly unknown[]).length === 0)
    throw new TypeError(`${name}: it is kept nowhere.`);
  checkPrivacy(declared);
  if (declared.size === 'many' && keptIn.some(isBeside)) {
    throw new TypeError(
      `${name}: it has many records, and where it is kept there is room for few.`,
    );
  }
  checkIndexes(declared);
  if (message?.edited !== undefined && fields[message.edited]?.type !== 'flag') {
    throw new TypeError(`${name}: its field «${message.edited}» is no flag.`);
  }
  if (declared.heldUntil !== undefined && fields[declared.heldUntil]?.type !== 'number') {
    throw new TypeError(`${name}: its field «${declared.heldUntil}» is no number.`);
  }
  const isAboutMessages = about.of === 'records' && about.name !== undefined;
  if ((declared.inTexts || texts.length > 0) && !isAboutMessages) {
    throw new TypeError(`${name}: it says what is in texts, and names no message.`);
  }
  const chosen = choice
    ? [choice.within, choice.target, choice.choice, choice.mark, choice.owner]
    : [];
  const words = [...(message?.words ?? []), ...texts];
  for (const field of [...subject, ...namedBy(about), ...chosen, ...words]) {
    const spec = fields[field];
    if (spec === undefined) throw new TypeError(`${name}: it has no field «${field}».`);
    if (spec.type !== 'text') {
      throw new TypeError(`${name}: its field «${field}» holds a ${spec.type}, not a text.`);
    }
  }
}

/**
 * Checks collections that a host makes room for: each by itself, and what they say of each other.
 * @throws TypeError naming the fact and what is wrong with it.
 */
export function checkCollections(collections: readonly Collection[]): void {
  for (const each of collections) checkCollection(each);
  const names = new Set(collections.map(({ name }) => name));
  if (names.size < collections.length) throw new TypeError('Two collections have one name.');
  const kinds = collections.flatMap(({ message }) => message?.kind ?? []);
  if (new Set(kinds).size < kinds.length) {
    throw new TypeError('Two collections have one kind of message.');
  }
  for (const { name, about } of collections) {
    if (about.of !== 'records') continue;
    const unknown = Object.keys(about.ids).find((other) => !names.has(other));
    if (unknown !== undefined) {
      throw new TypeError(`${name}: it is about «${unknown}», and there is no such collection.`);
    }
    if (about.name !== undefined && kinds.length === 0) {
      throw new TypeError(`${name}: it is about messages, and no collection has a kind of them.`);
    }
  }
}

/** Kinds of containers in which hosts keep all collections together. */
const isBeside = (kind: ContainerKind): boolean =>
  kind === 'governed' || kind === 'office' || kind === 'desk' || kind === 'letters';

function checkPrivacy({
  name,
  keptIn,
  about,
  privacy: { purpose, readers, keep },
}: Collection): void {
  if (purpose.trim() === '') throw new TypeError(`${name}: it says no purpose.`);
  if (keep === 'with' && about.of !== 'records') {
    throw new TypeError(`${name}: it is kept «with» records, and is about a ${about.of}.`);
  }
  if (about.of === 'records' && namedBy(about).length === 0) {
    throw new TypeError(`${name}: it is about records, and no field names them.`);
  }
  if (readers === 'its author' && keptIn.some((kind) => kind !== 'person')) {
    throw new TypeError(`${name}: only its author reads it, and it is kept where others read.`);
  }
}

function checkIndexes({ name, key, about, fields, indexes }: Collection): void {
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
