/** What a page does of the operations on groups, where it asks for people itself. */
export const onPage = { members: 'orders people' } as const;
