import { afterAll, beforeAll } from 'vitest';
import { describeHostContract } from '@kantine/host-contract';
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

describeHostContract('SharePoint', () => harnessOf(folder, template));

/** S-A5: as some tenants answer. */
describeHostContract('SharePoint, where asking for who is missing is an error', () =>
  harnessOf(folder, template, { missingPrincipal: 'serverError', expandInCaml: 'nothing' }),
);
