/**
 * The effect of each planned step on the community, and on the model. They are in one file, since it is a
 * table: a function for each kind of step.
 */
import type { ErrorTag } from '../kernel/errors.ts';
import { weekName } from '../kudos/week.ts';
import { reactionKinds } from '../settings/settings.ts';
import { placesLeft, pair, rightOf } from './model.ts';
import type { Model, ModelMessage } from './model.ts';
import { colleagues, day } from './organisation.ts';
import type { PlannedStep } from './planned-steps.ts';
import type { Colleague, Organisation } from './organisation.ts';

/** One step against the community, and what it does to the model once it is confirmed. */
export interface Step {
  readonly by: Colleague;
  /** The part of it that may be done while it is not confirmed; nobody else may count on that. */
  readonly claims: readonly string[];
  readonly expected: 'done' | ErrorTag;
  run(): Promise<unknown>;
  confirm(result: unknown): void;
}

const among = <T>(items: readonly T[], pick: number): T | undefined => items[pick % items.length];

/** @returns the step, or nothing where there is nothing to do it to. */
export function stepOf(
  operation: PlannedStep,
  model: Model,
  company: Organisation,
): Step | undefined {
  const { act, by, pick, other } = operation;
  const { clock } = company;
  const me = company.as(by);
  const group = among([...model.groups.keys()], other) ?? '';
  const right = rightOf(model, by, group);
  const unlessRefused = right === 'write' ? 'done' : 'Forbidden';

  switch (act) {
    case 'post': {
      const input = { group, text: `post ${pick}`, key: company.key() };
      return {
        by,
        claims: [],
        expected: unlessRefused,
        run: () => me.wall.post(input),
        confirm: (result) => {
          const { id, version } = result as { id: string; version: string };
          const { text } = input;
          model.messages.push(
            message({ kind: 'post', id, group, author: by, post: id, text, version }),
          );
        },
      };
    }
    case 'comment': {
      const post = among(
        model.messages.filter(({ kind }) => kind === 'post'),
        pick,
      );
      if (!post) return undefined;
      const siblings = model.messages.filter(
        (candidate) => candidate.kind === 'comment' && candidate.post === post.id,
      );
      const parent = other % 2 ? among(siblings, other >> 1) : undefined;
      const key = company.key();
      const place = { group: post.group, post: post.id, parent: parent?.id };
      const input = { ...place, text: `comment ${other}`, key };
      const rights = rightOf(model, by, post.group);
      const refused = rights === 'write' ? 'done' : 'Forbidden';
      return {
        by,
        claims: [`comments of ${post.id}`],
        expected: rights !== 'none' && post.deleted ? 'NotFound' : refused,
        run: () => me.wall.comment(input),
        confirm: (result) => {
          const { id, version } = result as { id: string; version: string };
          const thread = parent?.parent ?? parent?.id;
          const { text } = input;
          model.messages.push(
            message({
              kind: 'comment',
              id,
              group: post.group,
              author: by,
              post: post.id,
              text,
              version,
              parent: thread,
            }),
          );
        },
      };
    }
    case 'edit':
    case 'stale edit': {
      // Mostly one's own, and mostly the newest, so that some messages are edited again and again.
      const own = model.messages.filter(({ author }) => author === by).slice(-3);
      const target = among(pick % 4 === 0 ? model.messages : own, pick);
      if (!target) return undefined;
      const text = `edit ${other % 50}`;
      const version = act === 'edit' ? target.versions.at(-1) : target.versions.at(-2);
      if (version === undefined) return undefined;
      return {
        by,
        claims: [`message ${target.id}`],
        expected: expectedEdit(model, by, target, text, act === 'stale edit'),
        run: () => me.wall.edit({ ...refOf(target), text, version }),
        confirm: (result) => {
          if (target.text === text) return;
          target.history.push(target.text);
          target.text = text;
          target.versions.push((result as { version: string }).version);
        },
      };
    }
    case 'delete': {
      const target = among(model.messages, pick);
      const version = target?.versions.at(-1);
      if (!target || version === undefined) return undefined;
      const rights = rightOf(model, by, target.group);
      const refused = rights === 'write' ? 'done' : 'Forbidden';
      const ofOthers = target.author !== by && !target.deleted;
      return {
        by,
        claims: [`message ${target.id}`, `comments of ${target.id}`],
        // A record that is gone already counts as removed; then nothing is written, and reading is enough.
        expected: target.deleted && rights !== 'none' ? 'done' : ofOthers ? 'Forbidden' : refused,
        run: () => me.wall.remove({ ...refOf(target), version, reason: '' }),
        confirm: () => Object.assign(target, { text: '', history: [], deleted: true }),
      };
    }
    case 'react':
    case 'take back': {
      const target = among(model.messages, pick);
      if (!target) return undefined;
      const kind = act === 'react' ? among(reactionKinds, other) : undefined;
      const rights = rightOf(model, by, target.group);
      const isSame = target.reactions.get(by) === kind;
      return {
        by,
        claims: [`reaction of ${by} to ${target.id}`],
        expected: rights === 'write' || (rights === 'read' && isSame) ? 'done' : 'Forbidden',
        run: () => me.wall.react({ message: refOf(target), post: target.post, kind }),
        confirm: () => {
          if (kind === undefined) target.reactions.delete(by);
          else target.reactions.set(by, kind);
        },
      };
    }
    case 'join':
    case 'leave': {
      const members = model.groups.get(group)?.members;
      return {
        by,
        claims: [`membership of ${pair(by, group)}`],
        expected: 'done',
        run: () => (act === 'join' ? me.groups.join({ group }) : me.groups.leave({ group })),
        confirm: () => {
          if (act === 'join') members?.add(by);
          else members?.delete(by);
        },
      };
    }
    case 'give kudos':
    case 'thank': {
      const others = colleagues.filter((person) => person !== by);
      const recipients = others.filter((_, position) => (other >> position) % 2 === 1);
      if (recipients.length === 0) return undefined;
      const kind = act === 'thank' ? 'thanks' : 'kudos';
      const fits = kind === 'thanks' || placesLeft(model, by, clock.now()) >= recipients.length;
      const value = 'helps-out';
      const reason = `carried ${pick} crates upstairs`;
      const key = company.key();
      return {
        by,
        claims: [`allowance of ${by}`, 'the week'],
        expected: fits ? 'done' : 'QuotaReached',
        run: () => me.kudos.give({ recipients, value, reason, as: kind, key }),
        confirm: () => {
          const week = weekName(clock.now());
          model.thanks.set(key, { key, giver: by, recipients, as: kind, week });
        },
      };
    }
    case 'withdraw': {
      const given = among([...model.thanks.values()], pick);
      if (!given) return undefined;
      return {
        by,
        claims: [`allowance of ${given.giver}`, 'the week'],
        expected: 'done',
        run: () => me.kudos.withdraw({ id: given.key }),
        confirm: () => {
          if (given.giver === by) model.thanks.delete(given.key);
        },
      };
    }
    case 'read up to here': {
      const until = clock.now() - (pick % 5) * 1000;
      return {
        by,
        claims: [`mark of ${pair(by, group)}`],
        expected: 'done',
        run: () => me.wall.markRead({ group, until }),
        confirm: () => {
          const before = model.readUntil.get(pair(by, group)) ?? 0;
          model.readUntil.set(pair(by, group), Math.max(before, until));
        },
      };
    }
    case 'move the clock':
      return {
        by,
        claims: ['the week'],
        expected: 'done',
        run: () => Promise.resolve(clock.advance((pick % 3) * (day / 2) + other)),
        confirm: () => undefined,
      };
    case 'restrict': {
      const left = other % 2 ? 'none' : 'read';
      return {
        by,
        claims: [],
        expected: 'done',
        run: () => Promise.resolve(company.server.restrict(`group:${group}`, by, left)),
        confirm: () => void model.rights.set(pair(by, group), left),
      };
    }
    case 'give rights back':
      return {
        by,
        claims: [],
        expected: 'done',
        run: () => Promise.resolve(company.server.restrict(`group:${group}`, by, 'write')),
        confirm: () => void model.rights.delete(pair(by, group)),
      };
    case 'try again':
      return undefined;
  }
}

function expectedEdit(
  model: Model,
  by: Colleague,
  target: ModelMessage,
  text: string,
  isStale: boolean,
): Step['expected'] {
  const rights = rightOf(model, by, target.group);
  if (rights === 'none') return 'Forbidden';
  if (target.deleted) return 'NotFound';
  if (target.author !== by) return 'Forbidden';
  if (target.text === text) return 'done';
  if (isStale) return 'Conflict';
  return rights === 'write' ? 'done' : 'Forbidden';
}

const refOf = ({ group, kind, id }: ModelMessage) => ({ group, kind, id });

type New = Pick<ModelMessage, 'kind' | 'id' | 'group' | 'author' | 'post' | 'text'>;

const message = ({
  version,
  parent,
  ...rest
}: New & { version: string; parent?: string | undefined }): ModelMessage => ({
  ...rest,
  parent,
  versions: [version],
  history: [],
  deleted: false,
  reactions: new Map(),
});
