import type { DomainModule } from './kernel/door.ts';
import type { Operation } from './kernel/operation.ts';

/** Every domain there is. Its code is fetched with the first call of one of its operations. */
export const domains = {
  people: () => import(/* webpackChunkName: 'people' */ './people/domain.ts'),
  card: () => import(/* webpackChunkName: 'card' */ './card/domain.ts'),
  groups: () => import(/* webpackChunkName: 'groups' */ './groups/domain.ts'),
  wall: () => import(/* webpackChunkName: 'wall' */ './wall/domain.ts'),
  preferences: () => import(/* webpackChunkName: 'preferences' */ './preferences/domain.ts'),
  stewards: () => import(/* webpackChunkName: 'stewards' */ './stewards/domain.ts'),
  kudos: () => import(/* webpackChunkName: 'kudos' */ './kudos/domain.ts'),
  me: () => import(/* webpackChunkName: 'me' */ './me/domain.ts'),
  thanks: () => import(/* webpackChunkName: 'thanks' */ './thanks/domain.ts'),
  ideas: () => import(/* webpackChunkName: 'ideas' */ './ideas/domain.ts'),
  goals: () => import(/* webpackChunkName: 'goals' */ './goals/domain.ts'),
  catchUp: () => import(/* webpackChunkName: 'catch-up' */ './catch-up/domain.ts'),
  blog: () => import(/* webpackChunkName: 'blog' */ './blog/domain.ts'),
  settings: () => import(/* webpackChunkName: 'settings' */ './settings/domain.ts'),
} as const;

/** Every operation by its name, for tools and tests that go through all of them. */
export async function declaredOperations(): Promise<ReadonlyMap<string, Operation>> {
  const all = new Map<string, Operation>();
  for (const [domain, load] of Object.entries(domains)) {
    const loaded: DomainModule = await load();
    const operations = { ...loaded.operations, ...(await loaded.further?.())?.operations };
    for (const [name, operation] of Object.entries<Operation>(operations)) {
      all.set(`${domain}.${name}`, operation);
    }
  }
  return all;
}

/** Each domain's operations, as they are declared. */
export type Domains = {
  readonly [Name in keyof typeof domains]: OperationsOf<
    Awaited<ReturnType<(typeof domains)[Name]>>
  >;
};

type OperationsOf<Module extends DomainModule> = Module['operations'] &
  (Module extends { readonly further: () => Promise<{ readonly operations: infer Further }> }
    ? Further
    : unknown);
