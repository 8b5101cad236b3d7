/** The settings of a list, as Kantine makes it and as it has to stay. */
import type { ListSpec } from '../schema/index.ts';

export type ListSettings = Readonly<Record<string, string | number | boolean>>;

/**
 * Compared each time and mended, since a member of the site may have made the list beforehand.
 *
 * @param recorded what the site had after an earlier run; a later version may need more than this one.
 */
export const settingsOf = (
  { readSecurity }: Pick<ListSpec, 'readSecurity'>,
  recorded: ListSettings = {},
): ListSettings => ({
  ReadSecurity: readSecurity,
  // People change and remove their own rows only; the server sees to it.
  WriteSecurity: 2,
  NoCrawl: true,
  Hidden: true,
  EnableAttachments: recorded.EnableAttachments === true,
  // An edit keeps the earlier wording as a record of its own; a second history would not be erased.
  EnableVersioning: false,
  // A row that waits for approval is seen by its author alone.
  EnableModeration: false,
  // A condition on a list's columns would refuse rows.
  ValidationFormula: '',
});

/**
 * What a list has by itself and what would refuse or hide rows where somebody changed it. SharePoint takes
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
