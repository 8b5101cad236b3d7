import { describe, expect, it } from 'vitest';
import { cast, expectAccessible, mount } from '../../testing/index.ts';
import './define.ts';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const shown = (element: HTMLElement): string =>
  element.shadowRoot?.querySelector('span')?.dataset.initials ?? '';

describe('avatar', () => {
  it.each([
    ['initials', cast.anna],
    ['a photo', { ...cast.anna, photo: pixel }],
    ['nobody', undefined],
  ])('is accessible with %s', async (_, person) => {
    await expectAccessible(await mount('kantine-avatar', { person }));
  });

  it.each([
    ['Anna de Vries', 'AV'],
    ['Bram', 'B'],
    ['  zoë   ångström ', 'ZÅ'],
    ['𝒳avier 😀', '𝒳😀'],
    ['Vries, Anna de', 'AV'],
    ['Dr. Sandra Öz', 'SÖ'],
    ['Müller, Jörg (extern)', 'JM'],
    ['', '·'],
  ])('shows for «%s» the initials %s', async (name, initials) => {
    const element = await mount('kantine-avatar', { person: { ...cast.anna, name } });
    expect(shown(element)).toBe(initials);
  });

  it('shows initials where the photo does not load, and tries again for another person', async () => {
    const broken = { ...cast.anna, photo: 'data:image/gif;base64,AAAA' };
    const element = await mount('kantine-avatar', { person: broken });
    await expect.poll(() => shown(element)).toBe('AV');
    element.person = { ...cast.bram, photo: pixel };
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('img')?.getAttribute('src')).toBe(pixel);
  });

  it('gives one person the same colour everywhere, and its photo no name of its own', async () => {
    const first = await mount('kantine-avatar', { person: cast.anna });
    const colour = (element: HTMLElement): string =>
      element.shadowRoot?.querySelector('span')?.className ?? '';
    const before = colour(first);
    expect(before).toMatch(/colour-\d+/);
    const second = await mount('kantine-avatar', { person: { ...cast.anna, photo: pixel } });
    expect(colour(second)).toBe(before);
    expect(second.shadowRoot?.querySelector('img')?.alt).toBe('');
  });
});
