/** Names all that waits for a person in a group, or one message there; a wall is named by its group. */
export const doneKey = (group: string, target = ''): string => JSON.stringify([group, target]);
