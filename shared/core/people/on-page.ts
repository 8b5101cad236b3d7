/** What a page does of the operations on people, where it asks for people itself. */
export const onPage = { search: 'finds people' } as const;
