import { join } from 'node:path';
import type { IntranetOptions } from '../server/intranet.ts';

interface Built {
  /** SharePoint's package. */
  readonly packageFile: string;
  /** The folder of Confluence's app. */
  readonly app: string;
}

/** Both hosts of an intranet, which keep their data in a folder. */
export const filesIn = (
  folder: string,
  { packageFile, app }: Built,
): Required<Pick<IntranetOptions, 'sharePoint' | 'confluence'>> => ({
  sharePoint: { file: join(folder, 'sharepoint.db'), packageFile },
  confluence: { file: join(folder, 'confluence.db'), app },
});
