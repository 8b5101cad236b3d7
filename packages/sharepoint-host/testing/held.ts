/** A network whose requests arrive, and whose answers come back, when a test says so. */
interface Pending {
  readonly kind: 'request' | 'answer' | 'late';
  go(): Promise<void>;
  /** The page is told that the connection failed; a request may arrive all the same. */
  fail(isLost: boolean): void;
}

/** What becomes of something that is under way. */
export type Fate = 'goes' | 'is answered late' | 'is lost' | 'is late and fails';

export interface HeldNetwork {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** How many requests and answers are under way. */
  underWay(): number;
  /** Lets one of them go on. */
  step(which: number, fate: Fate): Promise<void>;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const failure = (): TypeError => new TypeError('fetch failed');

export function holdNetwork(send: Fetch): HeldNetwork {
  const pending: Pending[] = [];
  return {
    underWay: () => pending.length,
    fetch(url, init) {
      if (!url.endsWith('/$batch')) return send(url, init);
      return new Promise((resolve, reject) => {
        const run = async (): Promise<Response> => {
          const response = await send(url, init);
          return new Response(await response.text(), response);
        };
        pending.push({
          kind: 'request',
          async go() {
            const response = await run();
            pending.push({
              kind: 'answer',
              go: () => {
                resolve(response);
                return Promise.resolve();
              },
              fail: () => reject(failure()),
            });
          },
          fail(isLost) {
            reject(failure());
            if (isLost) return;
            pending.push({
              kind: 'late',
              go: () => run().then(() => undefined),
              fail: () => undefined,
            });
          },
        });
      });
    },
    async step(which, fate) {
      const [taken] = pending.splice(which % pending.length, 1);
      if (!taken) return;
      if (fate === 'is lost' || fate === 'is late and fails') {
        if (taken.kind === 'late') await taken.go();
        else taken.fail(fate === 'is lost');
        return;
      }
      await taken.go();
      // Unless it is to come late, the answer follows at once.
      const last = pending.at(-1);
      if (taken.kind === 'request' && fate === 'goes' && last?.kind === 'answer') {
        pending.pop();
        await last.go();
      }
    },
  };
}
