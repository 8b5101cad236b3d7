import { articles, bodies } from './blog/collections.ts';
import { checkIns, goals } from './goals/collections.ts';
import { groups, memberships } from './groups/collections.ts';
import { fates } from './ideas/collection.ts';
import { groupThanks, kudos } from './kudos/collection.ts';
import { mentions } from './mentions/collection.ts';
import { preferences } from './preferences/preference.ts';
import { profiles } from './card/profiles.ts';
import { jobs } from './me/collection.ts';
import { keptThanks } from './thanks/collection.ts';
import { staff } from './people/staff.ts';
import { settings } from './settings/collection.ts';
import { tags } from './people/tags.ts';
import { comments, posts, readMarks } from './wall/message.ts';
import { marks } from './wall/marks.ts';
import { acts } from './stewards/acts.ts';
import { reports } from './stewards/letters.ts';
import { reactions } from './wall/reaction.ts';
import { revisions } from './wall/revisions.ts';

/** Every collection there is; an adapter derives its whole schema from this list. */
export const collections = {
  profiles,
  tags,
  groups,
  memberships,
  posts,
  comments,
  revisions,
  reactions,
  readMarks,
  marks,
  acts,
  reports,
  kudos,
  preferences,
  mentions,
  fates,
  articles,
  bodies,
  keptThanks,
  groupThanks,
  goals,
  checkIns,
  staff,
  jobs,
  settings,
} as const;
