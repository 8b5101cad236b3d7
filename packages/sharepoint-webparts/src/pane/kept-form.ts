/** Settings in the form in which SharePoint keeps them with a page. */
import { readSetting } from '@kantine/elements/registry';
import type { SettingValue, StoredSetting, StoredSettings } from '@kantine/elements/registry';

/** @returns every setting by its name, with what holds where nothing sensible was kept. */
export const keptForm = (
  settings: readonly StoredSetting[],
  stored: StoredSettings,
): StoredSettings =>
  Object.fromEntries(
    settings.map((setting) => [setting.name, kept(setting, readSetting(setting, stored))]),
  );

function kept(setting: StoredSetting, value: SettingValue): unknown {
  if (setting.kind !== 'switches') return value ?? '';
  const chosen = value as readonly string[];
  return Object.fromEntries(setting.values.map((each) => [each, chosen.includes(each)]));
}
