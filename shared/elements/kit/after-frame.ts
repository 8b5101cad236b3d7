/** Runs what can wait until the browser has shown the frame that it is about to draw. */
export const afterFrame = (run: () => void): void => {
  requestAnimationFrame(() => setTimeout(run));
};
