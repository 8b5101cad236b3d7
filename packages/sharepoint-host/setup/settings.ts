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
