/** What readers report and stewards hide and close, by the keyboard. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, focusedName, mount, shownText, stage } from '../../testing/index.ts';
import type { Role, Stage } from '../../testing/index.ts';
import type { Wall } from '../../wall/wall.ts';
import '../../wall/define.ts';

let company: Stage;
let post: string;
const reason = 'names a customer';

/** Bram founded the group; Chika wrote the post. */
async function begin(reader: Role, options: Parameters<typeof stage>[1] = {}): Promise<void> {
  company = await stage(reader, options);
  post = (await company.post('chika', 'Foo left us')).id;
  company.travel(1000);
}

const ref = () => ({ group: company.group, kind: 'post', id: post }) as const;
const hide = (by: Role) =>
  company.as(by).stewards.hide({ ...ref(), reason, key: company.reader.newKey() });
const close = (by: Role) =>
  company.as(by).stewards.close({
    group: company.group,
    post,
    reason: 'all is said now',
    key: company.reader.newKey(),
  });

async function open(): Promise<Wall> {
  const wall = await mount('kantine-wall', { community: company.reader, group: company.group });
  await expect.element(page.getByRole('article').first()).toBeVisible();
  return wall;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name });
const press = async (name: string): Promise<void> => {
  await expect.element(button(name).first()).toBeVisible();
  (button(name).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
const seenBy = async (role: Role) =>
  (await company.as(role).wall.read({ group: company.group })).posts[0];

describe('more below a message', () => {
  beforeEach(() => begin('anna'));

  it('is accessible, and offers a member to report it and nothing else', async () => {
    const wall = await open();
    await press('More');
    await expect.element(button('Report…')).toBeVisible();
    await expectAccessible(wall);
    expect(shownText(wall)).not.toContain('Hide…');
    await press('Report…');
    await expect.element(page.getByRole('form', { name: 'Report' })).toBeVisible();
    await expectAccessible(wall);
  });

  it('reports by the keyboard, says who reads it, and gives the focus back', async () => {
    const wall = await open();
    await press('More');
    await expect.poll(focusedName).toBe('Copy link');
    await press('Report…');
    await expect
      .poll(() => shownText(wall))
      .toContain(
        'Only the owners of this site read what you report. Chika Tanaka is not told that it was you.',
      );
    await userEvent.click(page.getByRole('radio', { name: 'It holds private information' }));
    await userEvent.fill(field('A note (optional)'), 'Foo is secret');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Thank you. It was passed on.')).toBeVisible();
    await expect.poll(focusedName).toBe('Close');
    await press('Close');
    await expect.poll(focusedName).toBe('More');
    const sent = await company.as('anna').stewards.readsLetters({ group: company.group });
    expect(sent).toBe(false);
  });

  it('closes at Escape, and gives the focus back', async () => {
    await open();
    await press('More');
    await expect.poll(focusedName).toBe('Copy link');
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Copy link')).not.toBeInTheDocument();
    await expect.poll(focusedName).toBe('More');
  });

  it('has each reason beside the circle that chooses it', async () => {
    await open();
    await press('More');
    await press('Report…');
    const reason = page.getByRole('radio', { name: 'It is hurtful' });
    await expect.element(reason).toBeVisible();
    expect(reason.element().getBoundingClientRect().width).toBeLessThan(30);
  });

  it('is not sent before a reason was chosen, which nobody chose for the reader', async () => {
    await open();
    await press('More');
    await press('Report…');
    await userEvent.fill(field('A note (optional)'), 'Foo is secret');
    await userEvent.keyboard('{Enter}');
    const chosen = page.getByRole('radio', { checked: true });
    await expect.element(chosen).not.toBeInTheDocument();
    await expect.element(field('A note (optional)')).toHaveValue('Foo is secret');
    await expect.element(page.getByText('Thank you. It was passed on.')).not.toBeInTheDocument();
  });

  it('keeps the note where sending failed, and sends it again', async () => {
    await open();
    await press('More');
    await press('Report…');
    await userEvent.click(page.getByRole('radio', { name: 'It is hurtful' }));
    await userEvent.fill(field('A note (optional)'), 'Foo is secret');
    company.faults.inject({ kind: 'fail-once', on: 'write' });
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert').getByText(/could not be reached/)).toBeVisible();
    await expect.element(field('A note (optional)')).toHaveValue('Foo is secret');
    await press('Try again');
    await expect.element(page.getByText('Thank you. It was passed on.')).toBeVisible();
  });
});

describe('a steward', () => {
  beforeEach(() => begin('bram'));

  it('hides a message with a reason of three words, and sees what its author will', async () => {
    const wall = await open();
    await press('More');
    await press('Hide…');
    const why = field('Why? At least three words, which readers see too');
    await expect.element(why).toBeVisible();
    await expectAccessible(wall);
    expect(shownText(wall)).not.toContain('This is what Chika Tanaka will see:');
    await userEvent.fill(why, 'two words');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Say why in at least three words.')).toBeVisible();
    await userEvent.fill(why, reason);
    await expect.poll(() => shownText(wall)).toContain('This is what Chika Tanaka will see:');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shownText(wall)).toContain('Hidden by Bram Okafor (steward)');
    expect(shownText(wall)).toContain('Only Chika Tanaka and the stewards see it.');
    await expectAccessible(wall);
    expect(await seenBy('anna')).toMatchObject({ text: '', hidden: { reason } });
    await press('Show again…');
    await press('Show again');
    await expect.poll(() => shownText(wall)).not.toContain('Hidden by');
    expect((await seenBy('anna'))?.text).toBe('Foo left us');
  });

  it('closes the conversation and opens it again', async () => {
    const wall = await open();
    await press('More');
    await press('Close the conversation…');
    const why = field('Why? At least three words, which readers see too');
    await userEvent.fill(why, 'all is said now');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shownText(wall)).toContain('Closed by Bram Okafor');
    await expectAccessible(wall);
    await expect.element(button('Reply')).not.toBeInTheDocument();
    await press('More');
    await press('Open the conversation again…');
    await press('Open again');
    await expect.element(button('Reply')).toBeVisible();
  });

  it('chooses an answer to a colleague’s question', async () => {
    const { group } = company;
    const key = company.reader.newKey();
    const asked = { group, text: 'Who left?', key, kind: 'question' } as const;
    const { id } = await company.as('chika').wall.post(asked);
    company.travel(1000);
    const said = { group, post: id, text: 'Foo did', key: company.reader.newKey() };
    await company.as('anna').wall.comment(said);
    const wall = await open();
    const answer = page.getByRole('article', { name: /Anna de Vries/ });
    await userEvent.click(answer.getByRole('button', { name: 'More' }));
    await press('This solved it');
    await expect
      .poll(() => shownText(wall))
      .toContain('Anna de Vries solved it: chosen by Bram Okafor (steward)');
  });
});

it('is told that who looks into a site’s lists still finds what they hide', async () => {
  await begin('bram', { holdsBack: false });
  const wall = await open();
  await press('More');
  await press('Hide…');
  await expect
    .poll(() => shownText(wall))
    .toContain('until Chika Tanaka or an owner of the site deletes it');
});

describe('a hidden message', () => {
  it('is a line to readers, who can ask why', async () => {
    await begin('anna');
    await hide('bram');
    const wall = await open();
    await expect.element(page.getByText('A steward hid this post.')).toBeVisible();
    await expectAccessible(wall);
    expect(shownText(wall)).not.toContain('Foo left us');
    (page.getByText('Why?').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(reason)).toBeVisible();
    await expectAccessible(wall);
  });

  it('tells its author why, who changes it or asks once to look again', async () => {
    await begin('chika');
    await hide('bram');
    const wall = await open();
    await expect.poll(() => shownText(wall)).toContain('Only you and the stewards see it.');
    expect(shownText(wall)).toContain('Foo left us');
    await expectAccessible(wall);
    await press('Ask to look again');
    await userEvent.fill(field('A note (optional)'), 'It names nobody');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/You asked to look again/)).toBeVisible();
    await press('Close');
    expect(await company.as('chika').stewards.appealed(ref())).toBe(true);
    await press('Ask to look again');
    await expect.element(page.getByText(/^You have asked already/)).toBeVisible();
    await expect.element(field('A note (optional)')).not.toBeInTheDocument();
    await expectAccessible(wall);
    await press('Close');
    await press('Change it');
    await expect.element(field('Edit your message')).toBeVisible();
  });
});

describe('a comment that came after the conversation was closed', () => {
  it('says so to its author, who can copy it', async () => {
    await begin('anna');
    await close('bram');
    company.travel(1000);
    const said = { group: company.group, post, text: 'Too late', key: company.reader.newKey() };
    await company.as('anna').wall.comment(said);
    const wall = await open();
    await expect
      .element(page.getByText('The conversation was closed before your comment arrived.'))
      .toBeVisible();
    await expect.element(button('Copy it')).toBeVisible();
    await expectAccessible(wall);
    expect((await seenBy('bram'))?.comments).toEqual([]);
  });
});
