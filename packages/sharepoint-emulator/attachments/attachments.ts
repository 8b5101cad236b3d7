import type { Context } from '../context/context.ts';
import {
  accessDenied,
  fileNotFound,
  invalidArgument,
  notEmulated,
  SharePointError,
} from '../errors.ts';
import { contentTypeOfName } from '../files/content-type.ts';
import type { ItemCells } from '../items/cells.ts';
import { findItem } from '../items/query.ts';
import { updateItem } from '../items/write.ts';
import type { List } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Collection, type Content, type Entity } from '../odata/resource.ts';
import type { Arguments } from '../odata/arguments.ts';
import { has } from '../security/permissions.ts';
import { bytesOf, type Cell } from '../store/database.ts';

/** "Attachments can be up to 250 MB"; names follow the rules of file names. */
const SIZE_LIMIT = 250 * 1024 * 1024;
const FORBIDDEN = /["*:<>?/\\|]/;

/** items(1)/AttachmentFiles. Names are matched without regard to case, as file names are. */
export function attachmentCollection(
  context: Context,
  list: List,
  item: ItemCells,
  itemPath: string,
): Collection {
  const path = `${itemPath}/AttachmentFiles`;
  const names = (): string[] =>
    context.farm.db
      .all<{ name: string }>(
        'SELECT name FROM attachments WHERE listNumber = ? AND itemId = ? ORDER BY name',
        [list.number, item.ID],
      )
      .map((row) => row.name);
  const find = (wanted: string): Entity => {
    const name = names().find((each) => each.toLowerCase() === wanted.toLowerCase());
    if (name === undefined) throw fileNotFound();
    return attachmentEntity(context, list, item, path, name);
  };
  const add = (args: Arguments, parameter: string): Entity => {
    const name = String(args.fromUrl(parameter) ?? '');
    store(context, list, item, name, context.request.bytes, names());
    return attachmentEntity(context, list, item, path, name);
  };
  return {
    kind: 'collection',
    typeName: 'SP.Attachment',
    path,
    members: (options) =>
      inMemory(
        names().map((name) => attachmentEntity(context, list, item, path, name)),
        options,
      ),
    key: (args) => find(String(args.key())),
    functions: {
      GetByFileName: (args) => find(args.text('fileName')),
      GetByFileNameAsPath: (args) => find(args.text('decodedUrl')),
    },
    actions: {
      Add: (args) => add(args, 'fileName'),
      AddUsingPath: (args) => add(args, 'decodedUrl'),
    },
  };
}

/**
 * SP.Attachment has neither id nor version of its own: the name is its key, its item carries the
 * ETag.
 */
function attachmentEntity(
  context: Context,
  list: List,
  item: ItemCells,
  path: string,
  name: string,
): Entity {
  const url = `${list.url}/Attachments/${item.ID}/${name}`;
  const remove = (): void => {
    demandEdit(context, list, item);
    context.farm.db.run(
      'DELETE FROM attachments WHERE listNumber = ? AND itemId = ? AND name = ?',
      [list.number, item.ID, name],
    );
    touch(context, list, item);
  };
  return {
    kind: 'entity',
    typeName: 'SP.Attachment',
    path: `${path}('${encodeURIComponent(name.replaceAll("'", "''"))}')`,
    properties: () => ({
      FileName: name,
      FileNameAsPath: { DecodedUrl: name },
      ServerRelativePath: { DecodedUrl: url },
      ServerRelativeUrl: url,
    }),
    actions: {
      RecycleObject: () => {
        remove();
        return nothing;
      },
      DeleteObject: () => {
        remove();
        return nothing;
      },
    },
    content: () => attachmentContent(context, list, item.ID, name),
    writeContent: (bytes) => {
      demandEdit(context, list, item);
      context.farm.db.run(
        'UPDATE attachments SET content = ? WHERE listNumber = ? AND itemId = ? AND name = ?',
        [bytes, list.number, item.ID, name],
      );
      touch(context, list, item);
    },
    remove,
  };
}

/**
 * The bytes, for $value and for the address of the file. Readers of the item may read them; whether
 * others who see the list may read them by their address is not certain.
 */
export function attachmentContent(
  context: Context,
  list: List,
  itemId: number,
  name: string,
): Content {
  const row = context.farm.db.one<{ content: Cell }>(
    'SELECT content FROM attachments WHERE listNumber = ? AND itemId = ? AND name = ?',
    [list.number, itemId, name],
  );
  const isOpen = context.farm.behaviours.attachmentsOfHiddenItems === 'readable';
  if (!row || !(isOpen || findItem(context, list, itemId))) throw fileNotFound();
  return { kind: 'content', bytes: bytesOf(row.content), contentType: contentTypeOfName(name) };
}

/**
 * Checks the rules in the order in which SharePoint names them: rights, the list's setting, the
 * name, the size, whether it is taken.
 */
function store(
  context: Context,
  list: List,
  item: ItemCells,
  name: string,
  bytes: Uint8Array,
  taken: readonly string[],
): void {
  demandEdit(context, list, item);
  if (list.isLibrary)
    throw notEmulated('attachments in libraries, which SharePoint has not either');
  if (list.properties.EnableAttachments === false)
    throw invalidArgument('Attachments are disabled on this list.');
  if (!name || FORBIDDEN.test(name)) throw invalidArgument(`The file name '${name}' is not valid.`);
  if (bytes.length > SIZE_LIMIT) throw invalidArgument('The attachment is larger than 250 MB.');
  if (taken.some((each) => each.toLowerCase() === name.toLowerCase())) {
    throw new SharePointError(
      400,
      '-2130575257, Microsoft.SharePoint.SPException',
      'The specified name is already in use.\n\nThe document or folder name was not changed.  To change the name to a different value, close this dialog and edit the properties of the document or folder.',
    );
  }
  context.farm.db.run(
    'INSERT INTO attachments (listNumber, itemId, name, content) VALUES (?, ?, ?, ?)',
    [list.number, item.ID, name, bytes],
  );
  touch(context, list, item);
}

/** A change to an attachment is a change to its item: it gets a new version and editor. */
function touch(context: Context, list: List, item: ItemCells): void {
  const { db } = context.farm;
  const left = db.all(
    'SELECT 1 AS found FROM attachments WHERE listNumber = ? AND itemId = ? LIMIT 1',
    [list.number, item.ID],
  );
  const current = findItem(context, list, item.ID) ?? item;
  updateItem(context, list, current, new Map([['Attachments', left.length > 0 ? 1 : 0]]));
}

function demandEdit(context: Context, list: List, item: ItemCells): void {
  if (!has(context.access.item(list, item), 'EditListItems')) throw accessDenied();
}
