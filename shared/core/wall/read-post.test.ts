import { beforeEach, describe, expect, it } from 'vitest';
import { closedContainer } from '../kernel/container.ts';
import { toErrorMessage } from '../kernel/errors.ts';
import { organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';

let company: Organisation & { readonly group: string };
beforeEach(async () => {
  company = await organisationWithGroup();
});

describe('one post, for who follows a link', () => {
  it('comes with its group and its conversation', async () => {
    const { group, key } = company;
    const post = await company.as('ada').wall.post({ group, text: 'Soup', key: key() });
    await company.as('bram').wall.comment({ group, post: post.id, text: 'Hot', key: key() });
    const page = await company.as('bram').wall.one({ group, post: post.id });
    expect(page.posts.map(({ text }) => text)).toEqual(['Soup']);
    expect(page.posts[0]?.comments.map(({ text }) => text)).toEqual(['Hot']);
    expect(page).toMatchObject({ canWrite: true, group: { id: group } });
  });

  it('R13: says the same of what is gone, of what never was, and of what is secret', async () => {
    const { group, key } = company;
    const ada = company.as('ada');
    const view = await ada.groups.create({
      name: 'Works council',
      purpose: '',
      access: 'secret',
      key: key(),
    });
    const secret = await ada.wall.post({ group: view.id, text: 'Between us', key: key() });
    const gone = await ada.wall.post({ group, text: 'Oops', key: key() });
    const { id, version } = gone;
    await ada.wall.remove({ group, kind: 'post', id, version, reason: '' });
    const links = [
      { group: view.id, post: secret.id },
      { group: view.id, post: 'never' },
      { group: closedContainer('never'), post: secret.id },
      { group: 'never', post: secret.id },
      { group, post: id },
      { group, post: 'never' },
    ];
    const answers = await Promise.all(
      links.map((link) => company.as('bram').wall.one(link).catch(toErrorMessage)),
    );
    expect(answers[0]).toMatchObject({ tag: 'NotFound' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
  });
});
