export { useLanguage } from './locale/locale.ts';
export { communityContext } from './internal/community-context.ts';
export { Groups } from './groups/groups.ts';
export { Kudos } from './kudos/kudos.ts';
export { ProfileCard } from './profile-card/profile-card.ts';
export type { CardForm } from './profile-card/profile-card.ts';
export { Wall } from './wall/wall.ts';
