import { describe, expect, it } from 'vitest';

import { buildCompany } from './build-company.ts';
import { lastMomentOf } from './people.ts';
import type { Company, CompanyComment, CompanyPost } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// A Tuesday noon, a Monday just after midnight, a Sunday, and the day summer time ends.
const moments = [
  Date.UTC(2026, 10, 24, 12),
  Date.UTC(2027, 1, 1, 0, 5),
  Date.UTC(2026, 6, 5, 9, 30),
  Date.UTC(2026, 9, 25, 1, 30),
];
const companies = moments.map((now) => ({ now, company: buildCompany({ seed: 7, now }) }));
const { company } = companies[0] as (typeof companies)[number];

function byId<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function writings({ posts, comments }: Company): (CompanyPost | CompanyComment)[] {
  return [...posts, ...comments];
}

function isoWeek(time: number): number {
  // The first Monday since the epoch is 5 January 1970.
  return Math.floor((time - 4 * DAY) / (7 * DAY));
}

describe('the same seed', () => {
  it('gives the same company', () => {
    const now = moments[0] as number;
    expect(buildCompany({ seed: 7, now })).toEqual(company);
  });

  it('keeps ids and texts under another seed and another time', () => {
    const other = buildCompany({ seed: 8, now: moments[2] as number });
    expect(writings(other).map(({ id, text }) => [id, text])).toEqual(
      writings(company).map(({ id, text }) => [id, text]),
    );
    expect(other.reactions).not.toEqual(company.reactions);
  });
});

describe('the size', () => {
  it('is 60 people, of whom two left', () => {
    expect(company.people).toHaveLength(60);
    expect(company.people.filter(({ active }) => !active)).toHaveLength(2);
    expect(company.profiles.length).toBeGreaterThanOrEqual(43);
    expect(company.profiles.length).toBeLessThanOrEqual(48);
  });

  it('is 8 open groups of 6 to 40 members with 14 to 20 threads, a closed one and one that ended', () => {
    const open = company.groups.filter(({ access, ended }) => !access && !ended);
    expect(open).toHaveLength(8);
    expect(company.groups.map(({ access }) => access)).toContain('closed');
    expect(company.groups.filter(({ ended }) => ended)).toHaveLength(1);
    for (const { id, members } of open) {
      expect(members.length, id).toBeGreaterThanOrEqual(6);
      expect(members.length, id).toBeLessThanOrEqual(40);
      const threads = company.posts.filter(({ groupId }) => groupId === id).length;
      expect(threads, id).toBeGreaterThanOrEqual(14);
      expect(threads, id).toBeLessThanOrEqual(20);
    }
  });

  it('is about 140 posts, 430 comments, 900 reactions and 60 kudos', () => {
    expect(Math.abs(company.posts.length - 140)).toBeLessThanOrEqual(8);
    expect(Math.abs(company.comments.length - 430)).toBeLessThanOrEqual(30);
    expect(Math.abs(company.reactions.length - 900)).toBeLessThanOrEqual(150);
    expect(Math.abs(company.kudos.length - 60)).toBeLessThanOrEqual(5);
    const replies = company.comments.filter(({ parentId }) => parentId !== undefined).length;
    expect(replies / company.comments.length).toBeGreaterThan(0.27);
    expect(replies / company.comments.length).toBeLessThan(0.42);
  });
});

describe('people', () => {
  it('have a line of managers that ends at one director', () => {
    const people = byId(company.people);
    expect(company.people.filter(({ managerId }) => managerId === undefined)).toHaveLength(1);
    for (const person of company.people) {
      const seen = new Set<string>();
      for (let at = person; at.managerId !== undefined;) {
        expect(seen.has(at.id), `${person.id} reports in a circle`).toBe(false);
        seen.add(at.id);
        const manager = people.get(at.managerId);
        if (manager === undefined) throw new Error(`${at.managerId} manages but does not exist.`);
        expect(manager.active).toBe(true);
        at = manager;
      }
    }
  });

  it('have a small portrait of their own', () => {
    for (const { photo } of company.people) {
      expect(photo).toMatch(/^data:image\/svg\+xml;[^"'<>\s()]+$/);
      expect(photo.length).toBeLessThan(1536);
    }
    expect(new Set(company.people.map(({ photo }) => photo)).size).toBe(60);
  });

  it('fill in at most one profile, their own', () => {
    const people = byId(company.people);
    expect(company.profiles.every(({ personId }) => people.has(personId))).toBe(true);
    expect(new Set(company.profiles.map(({ personId }) => personId)).size).toBe(
      company.profiles.length,
    );
  });
});

describe('texts', () => {
  it('never repeat and are never filler', () => {
    const all = [
      ...writings(company).map(({ text }) => text),
      ...company.kudos.map(({ reason }) => reason),
      ...company.profiles.map(({ about }) => about),
    ].map((text) => text.toLowerCase().trim());
    const repeated = all.filter((text, index) => all.indexOf(text) !== index);
    expect(repeated).toEqual([]);
    expect(all.filter((text) => text === '' || /lorem|ipsum|placeholder/.test(text))).toEqual([]);
  });

  it('keep what an edit changed', () => {
    const edited = company.posts.filter(({ firstText }) => firstText !== undefined);
    expect(edited.length).toBeGreaterThanOrEqual(3);
    for (const { text, firstText, createdAt, editedAt } of edited) {
      expect(firstText).not.toBe(text);
      expect(editedAt).toBeGreaterThan(createdAt);
    }
  });
});

describe('ids', () => {
  it('are unique across everything', () => {
    const { people, groups, posts, comments, kudos } = company;
    const ids = [people, groups, posts, comments, kudos].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(companies)('on $now', ({ now, company }) => {
  const posts = byId(company.posts);
  const comments = byId(company.comments);
  const groups = byId(company.groups);
  const people = byId(company.people);

  function joinedAt(groupId: string, personId: string): number {
    const member = groups.get(groupId)?.members.find((one) => one.personId === personId);
    return member?.joinedAt ?? Number.POSITIVE_INFINITY;
  }

  function postOf(postId: string): CompanyPost {
    const post = posts.get(postId);
    if (post === undefined) throw new Error(`There is no post ${postId}.`);
    return post;
  }

  it('everything lies between two months ago and now', () => {
    const times = [
      ...writings(company).map(({ createdAt }) => createdAt),
      ...company.posts.flatMap(({ editedAt }) => editedAt ?? []),
      ...company.reactions.map(({ createdAt }) => createdAt),
      ...company.kudos.map(({ createdAt }) => createdAt),
    ];
    expect(Math.max(...times)).toBeLessThan(now);
    expect(Math.max(...times)).toBeGreaterThan(now - 3 * HOUR);
    expect(Math.min(...times)).toBeGreaterThan(now - 65 * DAY);
    expect(Math.min(...times)).toBeLessThan(now - 55 * DAY);
    expect(company.posts.filter((post) => post.createdAt > now - 6 * HOUR).length).toBeGreaterThan(
      5,
    );
  });

  it('groups exist before their members, and members are people', () => {
    for (const { createdAt, createdBy, members } of company.groups) {
      expect(createdAt).toBeLessThan(now);
      expect(members.some(({ personId }) => personId === createdBy)).toBe(true);
      expect(new Set(members.map(({ personId }) => personId)).size).toBe(members.length);
      for (const member of members) {
        expect(people.has(member.personId)).toBe(true);
        expect(member.joinedAt).toBeGreaterThanOrEqual(createdAt);
        expect(member.joinedAt).toBeLessThan(now);
      }
    }
  });

  it('people joined a group before they write in it', () => {
    for (const post of company.posts) {
      expect(joinedAt(post.groupId, post.authorId)).toBeLessThan(post.createdAt);
    }
    for (const { id, postId, authorId, createdAt } of company.comments) {
      expect(joinedAt(postOf(postId).groupId, authorId), id).toBeLessThan(createdAt);
    }
  });

  it('comments follow their post, replies their comment', () => {
    for (const { id, postId, parentId, createdAt } of company.comments) {
      expect(createdAt, id).toBeGreaterThan(postOf(postId).createdAt);
      if (parentId === undefined) continue;
      const parent = comments.get(parentId);
      expect(parent?.postId).toBe(postId);
      expect(parent?.parentId).toBeUndefined();
      expect(createdAt, id).toBeGreaterThan(parent?.createdAt ?? now);
    }
  });

  it('posts of a group are numbered in order of time', () => {
    for (const { id } of company.groups) {
      const times = company.posts.filter(({ groupId }) => groupId === id);
      const sorted = [...times].sort((one, other) => one.createdAt - other.createdAt);
      expect(times.map((post) => post.id)).toEqual(sorted.map((post) => post.id));
    }
  });

  it('a member reacts once to a thing that is there, and not to their own', () => {
    const seen = new Set<string>();
    for (const { targetId, postId, authorId, createdAt } of company.reactions) {
      const key = `${targetId} ${authorId}`;
      expect(seen.has(key), key).toBe(false);
      seen.add(key);
      const target = posts.get(targetId) ?? comments.get(targetId);
      expect(target === undefined || 'groupId' in target ? targetId : target.postId).toBe(postId);
      expect(target?.authorId).not.toBe(authorId);
      expect(createdAt).toBeGreaterThan(target?.createdAt ?? now);
      expect(joinedAt(postOf(postId).groupId, authorId)).toBeLessThan(createdAt);
    }
  });

  it('the two who left fell silent weeks ago', () => {
    const gone = new Set(company.people.filter(({ active }) => !active).map(({ id }) => id));
    const acts = [...writings(company), ...company.reactions].filter((act) =>
      gone.has(act.authorId),
    );
    expect(acts.length).toBeGreaterThan(0);
    for (const { authorId, createdAt } of acts) {
      expect(createdAt).toBeLessThan(lastMomentOf(authorId, now));
      expect(createdAt).toBeLessThan(now - 14 * DAY);
    }
  });

  it('thanks go to others, with a reason, within the weekly allowance', () => {
    const spent = new Map<string, number>();
    for (const { id, giverId, recipientIds, reason, createdAt } of company.kudos) {
      expect(people.has(giverId), id).toBe(true);
      expect(recipientIds.length, id).toBeGreaterThan(0);
      expect(recipientIds, id).not.toContain(giverId);
      expect(new Set(recipientIds).size, id).toBe(recipientIds.length);
      expect(
        recipientIds.every((recipient) => people.has(recipient)),
        id,
      ).toBe(true);
      expect(reason.split(/\s+/).length, id).toBeGreaterThanOrEqual(3);
      const week = `${giverId} ${isoWeek(createdAt)}`;
      spent.set(week, (spent.get(week) ?? 0) + recipientIds.length);
      expect(spent.get(week), week).toBeLessThanOrEqual(5);
    }
  });

  it('most is written in working hours', () => {
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Amsterdam',
      hourCycle: 'h23',
      weekday: 'short',
      hour: 'numeric',
    });
    const atWork = writings(company).filter(({ createdAt }) => {
      const parts = Object.fromEntries(
        local.formatToParts(createdAt).map(({ type, value }) => [type, value]),
      );
      const hour = Number(parts.hour);
      return !/Sat|Sun/.test(parts.weekday ?? '') && hour >= 7 && hour < 18;
    });
    expect(atWork.length / writings(company).length).toBeGreaterThan(0.85);
  });
});
