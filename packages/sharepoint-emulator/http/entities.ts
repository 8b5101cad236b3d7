import type { Entities } from '../context/context.ts';
import { fileEntity } from '../files/file.ts';
import { folderEntity } from '../files/folder.ts';
import { listEntity } from '../lists/list-entity.ts';
import { groupCollection } from '../people/groups.ts';
import { webEntity } from '../webs/web-entity.ts';

export const entities: Entities = {
  web: webEntity,
  list: listEntity,
  file: fileEntity,
  folder: folderEntity,
  groups: groupCollection,
};
