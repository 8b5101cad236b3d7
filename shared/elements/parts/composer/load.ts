/** Most readers of a page write nothing; the composer is fetched when somebody is about to. */
export const loadComposer = (): Promise<unknown> => import('./define.ts');
