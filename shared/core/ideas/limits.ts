/** How much is said about an idea; a page knows it without what ideas are kept in. */

/** In UTF-16 units, as an input's maxlength counts. */
export const longestWhy = 500;
/** Every decision is said in so many words at least. */
export const leastWords = 5;
