/** Where widgets are on the pages of both hosts. */
import type { Locator, Page } from 'playwright';
import type { HostPage, IntranetUnderTest } from './intranet-under-test.ts';

export interface Place {
  readonly host: HostPage;
  /** What a page shows of a widget. */
  in(page: Page, tag: string): Locator;
  /** @param options `isMoving` for what a page shows only at first. */
  openGroups(
    intranet: IntranetUnderTest,
    person: string,
    options?: { readonly isMoving: true },
  ): Promise<Page>;
  /** The page with its first wall; Confluence speaks the language of the account. */
  openWall(intranet: IntranetUnderTest, person: string): Promise<Page>;
}

export const onSharePoint: Place = {
  host: 'sharepoint',
  in: (page, tag) => page.locator(tag),
  openGroups: (intranet, person, options) =>
    intranet.open(person, 'sharepoint', { until: 'kantine-groups h2', language: 'nl', ...options }),
  openWall: (intranet, person) => intranet.open(person, 'sharepoint', { language: 'nl' }),
};

export const onConfluence: Place = {
  host: 'confluence',
  in: (page, tag) => page.locator('iframe').first().contentFrame().locator(tag),
  openGroups: async (intranet, person, options) => {
    const page = await intranet.open(person, 'confluence', { until: 'iframe', ...options });
    await page.getByRole('link', { name: 'Groups of this space' }).click();
    return page;
  },
  openWall: (intranet, person) => intranet.open(person, 'confluence', { until: 'iframe' }),
};
