/**
 * What a page does of an operation where it asks for people itself. A page knows it before the code of a
 * domain is there, and where that code runs elsewhere: so it stands in a file of its own in each domain.
 */
import { onPage as card } from './card/on-page.ts';
import type { Domains } from './domains.ts';
import { onPage as groups } from './groups/on-page.ts';
import type { OnPage } from './kernel/operation.ts';
import { onPage as people } from './people/on-page.ts';

const works = { card, groups, people } as const satisfies {
  readonly [Domain in keyof Domains]?: {
    readonly [Operation in keyof Domains[Domain]]?: OnPage;
  };
};

/** @param operation `<domain>.<operation>`; nothing is done of most of them. */
export function onPageOf(operation: string): OnPage | undefined {
  const [domain = '', name = ''] = operation.split('.');
  const ofDomain: object = Object.hasOwn(works, domain) ? works[domain as keyof typeof works] : {};
  return Object.hasOwn(ofDomain, name) ? (ofDomain as Record<string, OnPage>)[name] : undefined;
}
