/** What holds in the community: what owners settled, or else what holds from the start. */
import * as v from 'valibot';
import { isWellFormed } from '../kernel/collection.ts';
import { governedContainer } from '../kernel/container.ts';
import { instant, numberOf } from '../kernel/input.ts';
import { parsed } from '../kernel/parsed.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { Instant } from '../kernel/record.ts';
import { settings } from './collection.ts';
import type { SettingRecord } from './collection.ts';
import { kudosValues, limits } from './settings.ts';
import { isValueId } from './value-id.ts';
import type { KudosValue } from './settings.ts';

/** The languages of the product. */
export const communityLanguages = ['nl', 'en', 'de', 'fr'] as const;
export type CommunityLanguage = (typeof communityLanguages)[number];

export const longestValueName = 40;
export const longestMeaning = 300;

/** A value of the company as owners write it. */
export interface OwnedValue {
  readonly id: KudosValue;
  /** One sign; empty for that of a value that is there from the start. */
  readonly icon: string;
  /** Its name in each language; where there is none, a value that is there from the start has its own. */
  readonly names: Readonly<Partial<Record<CommunityLanguage, string | undefined>>>;
  /** What it means, in a sentence; empty where nobody wrote it. */
  readonly meaning: string;
  /** From when it is offered; 0 for always. */
  readonly from: Instant;
  /** Until when it is offered; 0 for always. */
  readonly until: Instant;
}

export interface ValueView extends OwnedValue {
  /** Whether thanks may name it now; what was given for it before stays. */
  readonly isOffered: boolean;
}

/** What holds in the community. */
export interface Settled {
  /** Those from the start first, then those of the owners, the oldest first. */
  readonly values: readonly ValueView[];
  /** How many kudos a person can give in a week. */
  readonly allowance: number;
  /** In which names of values are written. */
  readonly languages: readonly CommunityLanguage[];
}

/** The query for all that owners settled. */
export const settledRows = () =>
  rows(settings, {
    container: governedContainer,
    index: 'byKind',
    in: ['value', 'allowance', 'languages'],
    order: 'descending',
    limit: maxLimit,
  });

export const settingKey = (kind: string, name: string): string => `${kind}:${name}`;

/** Only owners write where these lie; what is left to ask is whether a row fits its key. */
const isSetting = (record: SettingRecord): boolean =>
  isWellFormed(settings, record) &&
  record.key === settingKey(record.fields.kind, record.fields.name);

const name = v.pipe(v.string(), v.maxLength(longestValueName));

const writtenValue = v.object({
  icon: v.pipe(v.string(), v.maxLength(16)),
  names: v.object({
    nl: v.optional(name),
    en: v.optional(name),
    de: v.optional(name),
    fr: v.optional(name),
  }),
  meaning: v.pipe(v.string(), v.maxLength(longestMeaning)),
  from: instant,
  until: instant,
});
const writtenAllowance = numberOf(0, limits.kudosPerWeek);
export const writtenLanguages = v.pipe(
  v.array(v.picklist(communityLanguages)),
  v.check((languages) => languages.length > 0, 'there is none'),
);

/** Of several owners' rows about one thing, what was written last holds. */
function lastOf(records: readonly SettingRecord[]): ReadonlyMap<string, SettingRecord> {
  const last = new Map<string, SettingRecord>();
  for (const record of records.filter(isSetting)) {
    const known = last.get(record.key);
    if (!known || record.modified > known.modified) last.set(record.key, record);
  }
  return last;
}

const fromTheStart = (id: KudosValue): OwnedValue => ({
  id,
  icon: '',
  names: {},
  meaning: '',
  from: 0,
  until: 0,
});

const isOffered = ({ from, until }: OwnedValue, now: Instant): boolean =>
  from <= now && (until === 0 || now < until);

/** @param now by which values are offered or not. */
export function settledIn(records: readonly SettingRecord[], now: Instant): Settled {
  const last = lastOf(records);
  const written = [...last.values()]
    .filter(({ fields }) => fields.kind === 'value' && isValueId(fields.name))
    .toSorted((one, other) => one.created - other.created);
  const own = new Map<string, OwnedValue>();
  for (const { fields } of written) {
    const said = parsed(writtenValue, fields.said);
    if (said) own.set(fields.name, { ...said, id: fields.name as KudosValue });
  }
  const first = kudosValues.map((id) => own.get(id) ?? fromTheStart(id));
  const added = [...own.values()].filter(({ id }) => id.startsWith('own-'));
  const settled = (kind: string) => last.get(settingKey(kind, ''))?.fields.said;
  return {
    values: [...first, ...added].map((value) => ({ ...value, isOffered: isOffered(value, now) })),
    allowance: parsed(writtenAllowance, settled('allowance')) ?? limits.kudosPerWeek,
    languages: parsed(writtenLanguages, settled('languages')) ?? communityLanguages,
  };
}
