import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import type { Farm } from '../context/farm.ts';
import { invalidArgument, SharePointError } from '../errors.ts';
import { insertField } from '../fields/field.ts';
import { SITE_COLUMNS } from '../fields/base-fields.ts';
import { addFile } from '../files/file.ts';
import { createList } from '../lists/create.ts';
import { listsOf, Template, findListByTemplate } from '../lists/list.ts';
import { removeList } from '../lists/remove.ts';
import { findWebByUrl, insertWeb, type Web } from './web.ts';

/** SP.WebCollection.Add: a site below this one. */
export function createWeb(
  context: Context,
  parent: Web,
  parameters: Readonly<Record<string, unknown>>,
): Web {
  const { farm } = context;
  const leaf = asText(parameters.Url).replace(/^\/+|\/+$/g, '');
  if (!leaf) throw invalidArgument('The URL of the new site is empty.');
  const url = `${parent.url === '/' ? '' : parent.url}/${leaf}`;
  if (findWebByUrl(farm, url)) {
    throw new SharePointError(
      400,
      '-2147024713, Microsoft.SharePoint.SPException',
      `The Web site address "${url}" is already in use.`,
    );
  }
  const web = insertWeb(farm, {
    siteId: parent.siteId,
    parentId: parent.id,
    url,
    unique: parameters.UseSamePermissionsAsParentSite === false,
    properties: {
      Title: asText(parameters.Title, leaf),
      Description: asText(parameters.Description),
    },
  });
  if (web.scopeId) {
    farm.db.run(
      'INSERT INTO role_assignments (scopeId, principalId, roleId) SELECT ?, principalId, roleId FROM role_assignments WHERE scopeId = ?',
      [web.id, parent.scopeId ?? parent.id],
    );
  }
  furnish(farm, web);
  addHomePage({ ...context, web });
  return web;
}

/** The lists and site columns that every new site has. */
export function furnish(farm: Farm, web: Web): void {
  const settings = {};
  const hidden = { Hidden: true, NoCrawl: true };
  createList(farm, web, {
    title: 'Documents',
    template: Template.DocumentLibrary,
    leaf: 'Shared Documents',
    settings,
  });
  createList(farm, web, {
    title: 'Site Pages',
    template: Template.SitePages,
    leaf: 'SitePages',
    settings,
  });
  createList(farm, web, {
    title: 'Master Page Gallery',
    template: Template.MasterPageCatalog,
    leaf: '_catalogs/masterpage',
    settings: hidden,
  });
  createList(farm, web, {
    title: 'Web Part Gallery',
    template: Template.WebPartCatalog,
    leaf: '_catalogs/wp',
    settings: hidden,
  });
  createList(farm, web, {
    title: 'Theme Gallery',
    template: Template.ThemeCatalog,
    leaf: '_catalogs/theme',
    settings: hidden,
  });
  if (!web.parentId) {
    createList(farm, web, {
      title: 'User Information List',
      template: Template.UserInformation,
      leaf: 'users',
      settings: hidden,
    });
  }
  for (const field of SITE_COLUMNS) {
    insertField(farm, {
      ownerId: web.id,
      id: field.id,
      internalName: field.internalName,
      title: field.title,
      properties: field.properties,
    });
  }
}

/** The page that a site opens with. */
export function addHomePage(context: Context): void {
  const pages = findListByTemplate(context.farm, context.web.id, Template.SitePages);
  const page = new TextEncoder().encode('<html></html>');
  if (pages) addFile(context, pages, pages.url, 'Home.aspx', page, false);
}

/** A web goes with its lists; people, groups and levels belong to the site collection and stay. */
export function removeWeb(context: Context, web: Web): void {
  const { farm } = context;
  for (const list of listsOf(farm, web.id)) removeList(context, list);
  farm.db.run('DELETE FROM fields WHERE ownerId = ?', [web.id]);
  farm.db.run('DELETE FROM role_assignments WHERE scopeId = ?', [web.id]);
  farm.db.run('DELETE FROM webs WHERE id = ?', [web.id]);
}
