/** A widget's settings as forms draw them, and what remains of them for a page that nobody edits. */
import type { StoredSetting } from './read.ts';
import type { ChoiceOption, Setting } from './setting.ts';
import type { Widget } from './declaration.ts';
import type { Words } from './words.ts';

/** A setting with its words, and with its options in order. */
export type EditableSetting =
  | Extract<StoredSetting, { kind: 'group' }>
  | (Extract<StoredSetting, { kind: 'person' | 'number' }> & { readonly label: Words })
  | (Extract<StoredSetting, { kind: 'choice' }> & {
      readonly label: Words;
      readonly options: Readonly<Record<string, ChoiceOption>>;
    })
  | (Extract<StoredSetting, { kind: 'switches' }> & {
      readonly label: Words;
      readonly options: Readonly<Record<string, Words>>;
    });

/** @returns the settings in the order in which they were declared. */
export const settingsOf = ({ settings }: Widget): readonly EditableSetting[] =>
  Object.entries(settings).map(([property, setting]) => editable(property, setting));

function editable(property: string, setting: Setting): EditableSetting {
  const { keptAs, ...rest } = setting;
  const named = { ...rest, name: keptAs ?? property, property };
  const values = 'options' in setting ? { values: Object.keys(setting.options) } : {};
  return { ...named, ...values } as EditableSetting;
}

/** @returns what a page needs which nobody edits; generated code holds it. */
export function withoutWords(setting: EditableSetting): StoredSetting {
  const { kind, name, property } = setting;
  switch (kind) {
    case 'group':
    case 'person':
      return { kind, name, property };
    case 'number':
      return {
        kind,
        name,
        property,
        least: setting.least,
        most: setting.most,
        usual: setting.usual,
      };
    case 'choice':
      return { kind, name, property, values: setting.values, usual: setting.usual };
    case 'switches':
      return { kind, name, property, values: setting.values };
  }
}
