import type { Farm } from '../context/farm.ts';
import { invalidArgument, SharePointError } from '../errors.ts';
import { baseFieldsOf } from '../fields/base-fields.ts';
import { insertField } from '../fields/field.ts';
import { createDefaultView } from '../views/view.ts';
import type { Web } from '../webs/web.ts';
import {
  findListById,
  findListByTitle,
  findListByUrl,
  insertList,
  List,
  Template,
} from './list.ts';
import { listSettings } from './settings.ts';

const TITLE_LIMIT = 255;
const SUPPORTED: ReadonlySet<number> = new Set([
  ...Object.values(Template),
  104,
  105,
  106,
  107,
  109,
  171,
]);

export interface NewList {
  readonly title: string;
  readonly template: number;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The last part of the URL; made from the title when absent. */
  readonly leaf?: string;
}

/** A list comes with its base columns and a default view. */
export function createList(farm: Farm, web: Web, wanted: NewList): List {
  const title = wanted.title.trim();
  if (!title || title.length > TITLE_LIMIT) {
    throw invalidArgument('The title of a list must have 1 to 255 characters.');
  }
  if (!SUPPORTED.has(wanted.template)) {
    throw new SharePointError(
      400,
      '-2130575342, Microsoft.SharePoint.SPException',
      `Invalid list template (${wanted.template}).`,
    );
  }
  if (findListByTitle(farm, web.id, title)) throw listTitleTaken();
  const isLibrary = new List({
    ...EMPTY,
    properties: JSON.stringify({ BaseTemplate: wanted.template }),
  }).isLibrary;
  const url = freeUrl(farm, web, wanted.leaf ?? leafFrom(title), isLibrary);
  const settings = { EnableFolderCreation: isLibrary, ...wanted.settings };
  const properties = { ...listSettings(settings), BaseTemplate: wanted.template };
  const list = insertList(farm, web, { title, url, properties });
  for (const field of baseFieldsOf(isLibrary)) {
    insertField(farm, {
      ownerId: list.id,
      id: field.id,
      internalName: field.internalName,
      title: field.title,
      properties: field.properties,
    });
  }
  createDefaultView(farm, list);
  return findListById(farm, list.id) ?? list;
}

export const listTitleTaken = (): SharePointError =>
  new SharePointError(
    500,
    '-2130575342, Microsoft.SharePoint.SPException',
    'A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.',
  );

const EMPTY = {
  number: 0,
  id: '',
  webId: '',
  title: '',
  url: '',
  scopeId: null,
  itemCount: 0,
  version: 0,
  created: '',
  modified: '',
};

/** SharePoint drops the characters that a URL may not hold, and keeps blanks. */
const leafFrom = (title: string): string =>
  title
    .replaceAll(/["#%*:<>?/\\|&{}~+.']/g, '')
    .trim()
    .slice(0, 100) || 'List';

/** Libraries lie in the site, lists below `Lists/`. A number tells equal names apart. */
function freeUrl(farm: Farm, web: Web, leaf: string, isLibrary: boolean): string {
  const base = `${web.url === '/' ? '' : web.url}/${isLibrary ? '' : 'Lists/'}${leaf}`;
  let url = base;
  for (let suffix = 1; findListByUrl(farm, web.id, url); suffix += 1) url = `${base}${suffix}`;
  return url;
}
