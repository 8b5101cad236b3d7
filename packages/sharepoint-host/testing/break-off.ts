/** An attempt that breaks off, as when its page is closed. */
import type { SharePoint } from '@kantine/sharepoint-emulator';

export interface BrokenOff {
  /** Writes that were refused, because they came too late. */
  refused(): number;
  heal(): void;
}

const isWrite = /^(?:POST|MERGE|DELETE) (?!.*(?:\$batch|contextinfo)$)/i;

/** Lets some writes through, alone or in a batch, and refuses all that follow. */
export function breakOffAfter({ faults }: SharePoint, writes: number): BrokenOff {
  let seen = 0;
  const match = new (class extends RegExp {
    override test(line: string): boolean {
      return isWrite.test(line) && (seen += 1) > writes;
    }
  })('');
  const ends = [true, false].map((inBatch) => faults.always({ match, inBatch, status: 500 }));
  return {
    refused: () => Math.max(seen - writes, 0),
    heal: () => {
      for (const end of ends) end();
    },
  };
}
