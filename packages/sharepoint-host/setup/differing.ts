/** What the settings of a list on a site have to be compared with. */
import { settingsOf } from './settings.ts';
import type { ListSettings } from './settings.ts';

/**
 * Settings that a list has by itself and that would refuse or hide rows where somebody changed them.
 * SharePoint takes
 * some of these for libraries alone, so that they are sent only where they are found to differ.
 */
const given: ListSettings = {
  ForceCheckout: false,
  EnableMinorVersions: false,
  ContentTypesEnabled: false,
  EnableFolderCreation: false,
  IrmEnabled: false,
};

/** The settings by which SharePoint is asked for them; it names an absent formula `null`. */
export const settingNames: readonly string[] = [
  ...Object.keys(settingsOf({ readSecurity: 1 })),
  ...Object.keys(given),
];

/** The settings that are not as they should be. */
export function differing(
  wanted: ListSettings,
  found: Readonly<Record<string, unknown>>,
): ListSettings {
  return Object.fromEntries(
    Object.entries({ ...given, ...wanted }).filter(
      ([name, value]) => (found[name] ?? '') !== value,
    ),
  );
}
