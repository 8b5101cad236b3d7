/** The page behind every macro, page, feed and byline. What it needs comes while its room is already kept. */
import { keepRoom } from './shell/room.ts';

const room = keepRoom();
import('./shell/widget-page.ts').then(
  ({ showWidget }) => showWidget(room),
  (error: unknown) => console.error(error),
);
