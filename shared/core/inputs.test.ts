import { describe, expect, it } from 'vitest';
import { acceptInput } from './inputs.ts';
import { operationNames } from './operation-names.ts';
import type { OperationName } from './operation-names.ts';
import { organisation } from './testing/organisation.ts';

const key = 'a-key-of-a-draft';
const message = { group: 'g', kind: 'post', id: '1' } as const;

/** One input that each operation accepts, with every field it knows. */
const good: Readonly<Record<OperationName, Record<string, unknown>>> = {
  readMe: {},
  readPerson: { person: 'ada' },
  searchPeople: { text: 'ad' },
  updateProfile: { about: '', askMeAbout: ['tea'], interests: [], version: '1' },
  listGroups: {},
  readGroup: { group: 'g' },
  createGroup: { name: 'Lunch', purpose: '', access: 'secret', key },
  joinGroup: { group: 'g' },
  leaveGroup: { group: 'g' },
  readMembers: { group: 'g' },
  addMember: { group: 'g', person: 'ada', role: 'steward' },
  removeMember: { group: 'g', person: 'ada' },
  listGroupRequests: {},
  approveGroup: { group: 'g', by: 'ada' },
  declineGroup: { group: 'g', by: 'ada' },
  readWall: { group: 'g', cursor: 'c' },
  readThread: { group: 'g', post: '1' },
  readHistory: message,
  readReactors: message,
  post: { group: 'g', text: 'hello', key },
  comment: { group: 'g', post: '1', parent: '2', text: 'hello', key },
  edit: { ...message, text: 'hello', version: '1' },
  deleteMessage: { ...message, version: '1', reason: '' },
  react: { message, post: '1', kind: 'like' },
  markRead: { group: 'g', until: 1 },
  giveKudos: { recipients: ['ada'], value: 'helps-out', reason: 'a b c', as: 'kudos', key },
  withdrawKudos: { id: key },
  readKudosBudget: {},
  readKudosAudience: {},
  readKudos: { cursor: 'c' },
};

/** The fields that an operation can do without. */
const optional: Partial<Record<OperationName, readonly string[]>> = {
  updateProfile: ['version'],
  createGroup: ['access', 'key'],
  readWall: ['cursor'],
  comment: ['parent'],
  react: ['kind'],
  readKudos: ['cursor'],
};

/** What no widget would ever send, for any field. */
const nonsense = [null, Number.NaN, -1, 1.5, true, [], [[]], {}, '\uD800', 'x'.repeat(1_000_001)];
/** Texts that people type are judged further in, with a message for their writer. */
const free = new Set(['text', 'about', 'name', 'purpose', 'reason']);

describe('the door', () => {
  it.each(operationNames)('lets through what %s asks for, and nothing besides', (operation) => {
    const input = good[operation];
    const forged = { ...input, author: 'emre', created: 1, me: 'emre' };
    expect(acceptInput(operation, forged)).toEqual(input);
  });

  it.each(operationNames)(
    'refuses each field of %s that is nonsense, and names it',
    (operation) => {
      for (const [field, value] of Object.entries(good[operation])) {
        for (const bad of nonsense) {
          if (Array.isArray(value) && Array.isArray(bad) && bad.length === 0) continue;
          if (typeof bad === 'string' && bad.length === 1 && free.has(field)) continue;
          const input = { ...good[operation], [field]: bad };
          expect(() => acceptInput(operation, input), `${field}: ${typeof bad}`).toThrow(
            expect.objectContaining({
              tag: 'Invalid',
              data: { field: expect.stringContaining(field) as string, reason: 'malformed' },
            }),
          );
        }
      }
    },
  );

  it.each(operationNames)('refuses an input of %s that is no object', (operation) => {
    for (const bad of ['text', 7, true, [1]]) {
      const needsNothing = Object.keys(good[operation]).length === 0 || operation === 'readKudos';
      if (Array.isArray(bad) && needsNothing) continue;
      expect(() => acceptInput(operation, bad)).toThrow(
        expect.objectContaining({ tag: 'Invalid' }),
      );
    }
  });

  it.each(operationNames)('refuses %s without a field that it needs', (operation) => {
    for (const field of Object.keys(good[operation])) {
      const rest = Object.fromEntries(
        Object.entries(good[operation]).filter(([name]) => name !== field),
      );
      if (optional[operation]?.includes(field)) expect(acceptInput(operation, rest)).toEqual(rest);
      else expect(() => acceptInput(operation, rest)).toThrow(field);
    }
  });

  it('stands before every operation of a community', async () => {
    const page = organisation().as('ada');
    for (const operation of operationNames) {
      const call = page[operation] as (input: unknown) => Promise<unknown>;
      await expect(call('nonsense'), operation).rejects.toMatchObject({ tag: 'Invalid' });
    }
  });

  it('lets nothing reach the prototype of anything', () => {
    const input = JSON.parse('{"person": "ada", "__proto__": {"isAdmin": true}}') as unknown;
    expect(acceptInput('readPerson', input)).toEqual({ person: 'ada' });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
