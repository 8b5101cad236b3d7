/** The fields of a property pane, made from the settings that a widget declares. */
import { inReadersLanguage } from '@kantine/elements';
import { readSetting, settingsOf } from '@kantine/elements/registry';
import type { EditableSetting, StoredSettings, Widget } from '@kantine/elements/registry';
import type { Community } from '@kantine/core';
import type { Field } from './field.ts';
import { groupField, loadGroupPicker, loadPeoplePicker, personField } from './pickers.ts';

interface Pane {
  readonly community: Community;
  /** What the page keeps now. */
  readonly properties: StoredSettings;
}

/** Registers the elements that the fields draw. */
export async function loadPickers(widget: Widget): Promise<void> {
  const kinds = new Set(settingsOf(widget).map(({ kind }) => kind));
  await Promise.all([
    kinds.has('group') && loadGroupPicker(),
    kinds.has('person') && loadPeoplePicker(),
  ]);
}

export const fieldsOf = (widget: Widget, pane: Pane): readonly Field[] =>
  settingsOf(widget).flatMap((setting) => fields(setting, pane));

function fields(setting: EditableSetting, { community, properties }: Pane): readonly Field[] {
  const { kind, name } = setting;
  const value = readSetting(setting, properties);
  if (kind === 'group') return [groupField(name, value as string, community)];
  const label = inReadersLanguage(setting.label);
  switch (kind) {
    case 'person':
      return [personField(name, label, (value ?? '') as string, community)];
    case 'number':
      return [{ kind, name, label, min: setting.least, max: setting.most }];
    case 'choice': {
      const options = Object.entries(setting.options).map(([key, { words, icon }]) => ({
        key,
        text: inReadersLanguage(words),
        icon,
      }));
      return [{ kind, name, label, options }];
    }
    case 'switches': {
      const switches = Object.entries(setting.options).map(([key, words]) => ({
        kind: 'switch' as const,
        name: `${name}.${key}`,
        label: inReadersLanguage(words),
      }));
      return [{ kind: 'heading', name: `${name}Heading`, label }, ...switches];
    }
  }
}
