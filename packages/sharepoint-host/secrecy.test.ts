/** A secret group, to a stranger who asks whatever there is to ask. */
import { describeSecrecy } from '@kantine/host-contract';
import { afterAll, beforeAll } from 'vitest';
import { harnessOf } from './testing/harness.ts';
import { makeTemplate, openFolder } from './testing/organisation.ts';
import type { Folder, Template } from './testing/organisation.ts';

let folder: Folder;
let template: Template;

beforeAll(async () => {
  folder = await openFolder();
  template = await makeTemplate(folder);
});
afterAll(() => folder.remove());

describeSecrecy('SharePoint', () => harnessOf(folder, template));
