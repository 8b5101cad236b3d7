/** Finds the declarations of the widgets by themselves: each folder of the elements that has a widget.ts. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { problemsOf } from '@kantine/elements/registry';
import type { RegisteredWidget, Widget } from '@kantine/elements/registry';

/**
 * @param root the folder of the repository.
 * @returns the widgets by the names of their folders.
 * @throws Error that says what is missing or there twice
 */
export async function readRegistry(root: string): Promise<readonly RegisteredWidget[]> {
  const elements = join(root, 'shared/elements');
  const folders = readdirSync(elements).sort();
  const declared = folders.filter((folder) => existsSync(join(elements, folder, 'widget.ts')));
  const registered = await Promise.all(
    declared.map(async (folder) => {
      const { href } = pathToFileURL(join(elements, folder, 'widget.ts'));
      const module = (await import(href)) as { readonly widget: Widget };
      return { folder, widget: module.widget };
    }),
  );
  const problems = problemsOf(registered);
  if (problems.length > 0) throw new Error(`Nothing is generated:\n${problems.join('\n')}`);
  return registered;
}
