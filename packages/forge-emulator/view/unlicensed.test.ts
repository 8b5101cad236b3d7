import { expect, it } from 'vitest';
import { openOffice } from '../testing/office.ts';

const place = { content: '9' };

it('F-B6: guests and people who are not signed in see no module, unless the manifest says so', () => {
  const { forge } = openOffice();
  for (const as of ['gus', 'unidentified']) {
    expect(() => forge.open({ as, module: 'board', ...place })).toThrow('without a licence');
    expect(forge.open({ as, module: 'notice', ...place }).context.accountId).toBe(as);
  }
});

it('F-B6: an anonymous account id is the text unidentified, and nobody can be asked as them', async () => {
  const { forge } = openOffice();
  const view = forge.open({ as: 'unidentified', module: 'notice', ...place });
  expect(await view.invoke('whoami')).toMatchObject({ context: { accountId: 'unidentified' } });
});
