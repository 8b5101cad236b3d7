/**
 * The name of a button where several say the same: its words as they stand on it, so that who speaks
 * them finds it, and then what it is about.
 */
export const named = (text: string, about: string): string => `${text}: ${about}`;
