/** What pages keep of a widget's settings, and how it is read: the only validation, the only defaults. */

interface Kept {
  /** The name under which a page keeps the choice. */
  readonly name: string;
  /** The property of the element that it sets. */
  readonly property: string;
}

/** A setting without its words: all that a page needs which nobody edits. */
export type StoredSetting = Kept &
  (
    | { readonly kind: 'group' }
    | { readonly kind: 'person' }
    | {
        readonly kind: 'number';
        readonly least: number;
        readonly most: number;
        readonly usual: number;
      }
    | { readonly kind: 'choice'; readonly values: readonly string[]; readonly usual: string }
    | { readonly kind: 'switches'; readonly values: readonly string[] }
  );

/** What a page keeps, by name. Nothing of it is certain: other versions and other hands wrote it. */
export type StoredSettings = Readonly<Record<string, unknown>>;

/** The id of a group or person, a number, a choice, or the choices of switches. */
export type SettingValue = string | number | readonly string[] | undefined;

/** @returns what was chosen, or what holds where that makes no sense. */
export function readSetting(setting: StoredSetting, stored: StoredSettings): SettingValue {
  const kept = stored[setting.name];
  switch (setting.kind) {
    case 'group':
      return textIn(kept);
    case 'person':
      return textIn(kept) === '' ? undefined : textIn(kept);
    case 'number':
      return numberIn(kept, setting);
    case 'choice':
      return setting.values.find((value) => value === kept) ?? setting.usual;
    case 'switches':
      return switchedOn(kept, setting.values);
  }
}

const textIn = (kept: unknown): string => (typeof kept === 'string' ? kept : '');

function numberIn(
  kept: unknown,
  { least, most, usual }: Extract<StoredSetting, { kind: 'number' }>,
): number {
  const isText = typeof kept === 'string' && kept.trim() !== '';
  const number = isText ? Number(kept) : kept;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) return usual;
  return Math.max(least, Math.min(number, most));
}

/** Confluence keeps a list of what is on; SharePoint keeps an object in which `false` is what is off. */
function switchedOn(kept: unknown, values: readonly string[]): readonly string[] {
  const isOn = Array.isArray(kept)
    ? (value: string) => kept.includes(value)
    : (value: string) => (kept as StoredSettings | null | undefined)?.[value] !== false;
  const chosen = values.filter(isOn);
  return chosen.length === 0 ? values : chosen;
}

/** Gives an element the values of its settings. */
export function applySettings(
  element: object,
  settings: readonly StoredSetting[],
  stored: StoredSettings,
): void {
  const properties = element as Record<string, unknown>;
  for (const setting of settings) {
    if (!isInStateOfItsOwn(properties[setting.property], setting)) {
      properties[setting.property] = readSetting(setting, stored);
    }
  }
}

/** A value that nobody can choose is the element's own doing, such as a profile that is being edited: it stays. */
const isInStateOfItsOwn = (value: unknown, setting: StoredSetting): boolean =>
  setting.kind === 'choice' && typeof value === 'string' && !setting.values.includes(value);
