/** What runs inside of the app's function: put here by tests, which share its process. */
export const scenarios = new Map<string, (context: Record<string, unknown>) => unknown>();
