/** The pictures of the web parts in Teams, which SharePoint's rig finds by their component ids. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { RegisteredWidget } from '@kantine/elements/registry';
import { packageRoot } from './ensure.ts';
import { webPartsOf } from './generated.ts';
import { teamsPictures } from './icons.ts';

/** Draws them anew; they are no part of the repository. */
export function drawTeamsPictures(registry: readonly RegisteredWidget[]): void {
  const folder = join(packageRoot, 'teams');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const { widget, webPart } of webPartsOf(registry)) {
    for (const [name, picture] of Object.entries(teamsPictures(widget))) {
      writeFileSync(join(folder, `${webPart.id}_${name}.png`), new Resvg(picture).render().asPng());
    }
  }
}
