/** The frames that the main thread hands over. */

/** Resolves when the next one is handed over. */
export async function frame(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
}

let longest = 0;

/** From the next frame on, notes how far apart they lie. */
export async function watchFrames(): Promise<void> {
  let last = await new Promise<number>(requestAnimationFrame);
  const next = (now: number): void => {
    longest = Math.max(longest, now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

export const longestFrame = (): number => longest;
