/** The numbers of goals, counted over lists. */
import { describeGoalNumbers } from '@kantine/host-contract';
import { afterAll, beforeAll } from 'vitest';
import { makeTemplate, openFolder, openOrganisation } from './testing/organisation.ts';
import type { Actor, Folder, Template } from './testing/organisation.ts';
import { post } from './wire/index.ts';

const actors: readonly Actor[] = ['anna', 'ben', 'zoe', 'owner'];
const more = ['dora', 'eva', 'finn'].map((name) => `${name}@contoso.test`);

let folder: Folder;
let template: Template;
beforeAll(async () => {
  folder = await openFolder();
  template = await makeTemplate(folder);
});
afterAll(() => folder.remove());

describeGoalNumbers(
  'SharePoint',
  async () => {
    const users = more.map((loginName) => ({ loginName, title: loginName, jobTitle: 'Baker' }));
    const organisation = await openOrganisation(folder, template, {}, { users });
    const wire = organisation.wireOf('owner');
    for (const logonName of more) {
      const user = await wire.send<{ LoginName: string }>(post('web/ensureUser', { logonName }));
      await wire.send(post('web/associatedMemberGroup/users', { LoginName: user.LoginName }));
    }
    const isActor = (person: string): person is Actor =>
      (actors as readonly string[]).includes(person);
    return {
      people: ['anna', ...actors.slice(1), ...more],
      connect: (person) =>
        isActor(person) ? organisation.hostOf(person) : organisation.hostAs(person),
      advance: (milliseconds) => organisation.clock.advance(milliseconds),
      close: () => organisation.close(),
    };
  },
  { histories: 4, steps: 60 },
);
