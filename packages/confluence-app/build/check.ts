/** Everything that can be said about a laid-out app without an account: Atlassian's checks, then ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { atlassianProblems } from './check-atlassian.ts';
import { ownProblems } from './check-own.ts';
import type { Manifest } from './check-own.ts';

/** @returns what is wrong, a sentence each; nothing for an app that can be deployed. */
export async function problemsOf(folder: string): Promise<readonly string[]> {
  const manifest = parse(readFileSync(join(folder, 'manifest.yml'), 'utf8')) as Manifest;
  return [...ownProblems(folder, manifest), ...(await atlassianProblems(folder))];
}
