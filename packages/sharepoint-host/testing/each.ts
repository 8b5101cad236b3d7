/** The hooks of tests that each want an organisation of their own. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { makeTemplate, openFolder, openOrganisation } from './organisation.ts';
import type { Folder, Organisation, Template } from './organisation.ts';

interface Wish {
  /** How far the site is set up; as this version does it unless told otherwise. */
  readonly setUp?: 'nothing';
  readonly others?: Parameters<typeof openOrganisation>[3];
}

/**
 * Opens an organisation before each test of the file, or of the `describe` around it, and closes it after.
 * @param use what else comes before each test.
 */
export function eachInAnOrganisation(
  use: (organisation: Organisation, template: Template) => unknown,
  { setUp, others }: Wish = {},
): void {
  let folder: Folder;
  let template: Template;
  let organisation: Organisation;
  beforeAll(async () => {
    folder = await openFolder();
    template = await makeTemplate(folder, setUp);
  });
  afterAll(() => folder.remove());
  beforeEach(async () => {
    organisation = await openOrganisation(folder, template, {}, others);
    await use(organisation, template);
  });
  afterEach(() => organisation.close());
}
