/** The real built pages over a real server and a file of their own, for whatever browser. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Company } from '@kantine/company';
import { ensureApp } from '@kantine/confluence-app/ensure';
import { ensurePackage } from '@kantine/sharepoint-webparts/ensure';
import { startIntranet } from '../server/intranet.ts';
import type { Intranet } from '../server/intranet.ts';
import { filesIn } from './intranet-files.ts';
import { smallCompany } from './small-company.ts';

export interface ServerUnderTest {
  readonly url: string;
  /** Stops the server and starts it again on the same file and port. */
  restart(): Promise<void>;
  /** Lets the tenant answer as busy whatever Kantine asks and writes in batches. @returns lets it answer again */
  throttle(retryAfter: number): () => void;
  close(): Promise<void>;
}

/** @param moving who moves in first; unless told otherwise the small company is there already. */
export async function serverUnderTest(moving?: Company): Promise<ServerUnderTest> {
  const built = { packageFile: await ensurePackage(), app: ensureApp() };
  const folder = await mkdtemp(join(tmpdir(), 'kantine-intranet-'));
  if (!moving) await cp(inject('movedIn'), folder, { recursive: true });
  const options = { ...filesIn(folder, built), company: moving ?? smallCompany() };
  let intranet: Intranet = await startIntranet({ port: 0, ...options });
  const { url, confluenceUrl = '' } = intranet;
  // The same addresses after a restart, as people keep them.
  const again = {
    ...options,
    port: Number(new URL(url).port),
    confluence: { ...options.confluence, port: Number(new URL(confluenceUrl).port) },
  };
  return {
    url,
    throttle: (retryAfter) => {
      const faults = intranet.sharePointFaults;
      if (!faults) throw new Error('There is no SharePoint.');
      return faults.always({ match: String.raw`/_api/\$batch`, status: 429, retryAfter });
    },
    restart: async () => {
      await intranet.close();
      intranet = await startIntranet(again);
    },
    close: async () => {
      await intranet.close();
      await rm(folder, { recursive: true });
    },
  };
}
