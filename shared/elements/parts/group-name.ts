import type { GroupView } from '@kantine/core';
import { msg, str } from '@lit/localize';

/** The name of a group; nobody may be left who remembers it. */
export const groupName = ({ name }: Pick<GroupView, 'name'>): string =>
  name || msg('Group without a name');

/** What a group was called before somebody renamed it; empty where nobody did. */
export const formerName = ({ formerly }: Pick<GroupView, 'formerly'>): string =>
  formerly === undefined ? '' : msg(str`Formerly “${formerly}”`);
