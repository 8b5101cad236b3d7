import { describe, expect, it } from 'vitest';
import { organisation } from '../testing/organisation.ts';

describe('the facade', () => {
  const page = organisation().as('ada');

  it('has the same domains and operations each time it is asked', () => {
    expect(page.wall).toBe(page.wall);
    expect(page.wall.read).toBe(page.wall.read);
  });

  it('has nothing of what the language and libraries look for in other objects', async () => {
    const facade = page as unknown as Record<string | symbol, unknown>;
    const looked = ['then', 'toJSON', '_$litDirective$', '$$typeof', Symbol.iterator];
    for (const name of looked) expect(facade[name], String(name)).toBeUndefined();
    expect(await Promise.resolve(page)).toBe(page);
    expect(await Promise.resolve(page.wall)).toBe(page.wall);
  });
});
