/** The page behind every macro, page, feed and byline. What it needs comes while its height is already reserved. */
import { reserveHeight } from './shell/reserve.ts';

const reserve = reserveHeight();
import('./shell/widget-page.ts').then(
  ({ showWidget }) => showWidget(reserve),
  (error: unknown) => console.error(error),
);
