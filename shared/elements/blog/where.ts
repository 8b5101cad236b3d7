/** Where in the blog a reader is. */
import type { ArticleHead, ArticleView, PersonSummary } from '@kantine/core';

/** What somebody is writing: a new article, one of their drafts, or an article that is there. */
export type Writing =
  | { readonly kind: 'new' }
  | { readonly kind: 'draft'; readonly key: string }
  | { readonly kind: 'change'; readonly article: ArticleView };

export type Where =
  | { readonly page: 'list' }
  | { readonly page: 'article'; readonly group: string; readonly id: string }
  | {
      readonly page: 'series';
      readonly group: string;
      readonly writer: PersonSummary;
      readonly series: string;
    }
  | { readonly page: 'own' }
  | { readonly page: 'write'; readonly writing: Writing };

/** What the pages of a blog tell the blog around them: where the reader wants to go. */
export type GoTo = CustomEvent<Where>;

export const articleAt = ({ group, id }: Pick<ArticleHead, 'group' | 'id'>): Where => ({
  page: 'article',
  group,
  id,
});
