import { expect, it } from 'vitest';
import { noProfile } from './card/profile.ts';
import { profiles } from './card/profiles.ts';
import { communityContainer } from './kernel/container.ts';
import { memoryHost } from './memory-host.ts';

const people = [
  { id: 'ada', name: 'Ada Visser', active: true },
  { id: 'sam', name: 'Sam Okafor', active: true },
];

it('a memory host needs to know who is there and who is signed in, and nothing else', async () => {
  const host = memoryHost({ people, me: 'sam' });
  expect(await host.identity.me()).toBe('sam');
  expect(await host.directory.people(['ada'])).toEqual([people[0]]);
});

it('a memory host makes keys that nobody else makes', () => {
  const { ids } = memoryHost({ people, me: 'sam' });
  const keys = Array.from({ length: 100 }, () => ids.next());
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) expect(key.length).toBeGreaterThanOrEqual(21);
});

it('a memory host keeps no record of a collection that contradicts itself', async () => {
  const { store } = memoryHost({ people, me: 'sam' });
  const { privacy } = profiles;
  const unkept = { ...profiles, privacy: { ...privacy, keep: 'with' } } as const;
  const fields = noProfile;
  const insert = store.insert(unkept, communityContainer, 'key', fields);
  await expect(insert).rejects.toThrow('kept «with» records');
});
