/** The path of a list below `_api/`, by its GUID. */
export const listPathById = (id: string): string => `web/lists(guid'${id}')`;
