/** What fits into a profile beside the words that were there from the start; lengths in UTF-16 units. */
export const profileLimits = {
  languages: 8,
  works: 300,
  /** A year, a month or a day. */
  since: 10,
  department: 80,
  place: 80,
} as const;
