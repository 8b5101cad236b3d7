/** Which element stands in which module of manifest.yml, by the module's key. */
import { feed } from './feed.ts';
import { groups } from './groups.ts';
import { kudos, thankAuthor } from './kudos.ts';
import { profileCard } from './profile-card.ts';
import { wall } from './wall.ts';
import type { Widget } from './widget.ts';

export const widgets: Readonly<Record<string, Widget>> = {
  'profile-card': profileCard,
  wall,
  kudos,
  groups,
  'space-groups': groups,
  'all-groups': groups,
  'home-feed': feed,
  'thank-author': thankAuthor,
};
