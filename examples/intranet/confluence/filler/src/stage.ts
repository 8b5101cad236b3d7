/** The time in the story; the fill moves it on, and what is written carries it. */
export const stage: { now: () => number } = { now: Date.now };
