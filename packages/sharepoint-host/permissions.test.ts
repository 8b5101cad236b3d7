/** Who may do what in a group, by Kantine's operations and by rows written by hand. */
import { describePermissions } from '@kantine/host-contract';
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

// Owners of a site have Full Control of all that is in it; audience labels name them.
describePermissions('SharePoint', () => harnessOf(folder, template), { areOwnersInside: true });
