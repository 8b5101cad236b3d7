/** What a page does of the operations on cards, where it asks for people itself. */
export const onPage = { read: 'needs the person' } as const;
