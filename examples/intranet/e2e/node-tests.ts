/** Which tests in Node a new widget could break. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What goes by the declarations. The emulators know nothing of Kantine. */
const whole = ['shared/tooling'];
/** These do, too; their tests take as long as all others, so that the soak runs them. */
const packaged = ['packages/sharepoint-webparts', 'packages/confluence-app'];

/** All of their tests take longer than the whole guide may. */
const others = ['shared', 'packages/sharepoint-host', 'packages/confluence-host'];

/** A test that goes through all collections, operations or widgets has one of these words. */
const goesThroughAll =
  /\bObject\.(values|entries|keys)\b[^;]*\bcollections\b|\b(allCollections|declaredOperations|readRegistry)\b/;

const leftOut = [
  // A widget is listed among the features when it is one: the guide's last step, which names tests of the real pages.
  'shared/host-contract/features.test.ts',
  // They go through all collections for the rows that they wrote themselves, of which none is the widget's.
  'packages/sharepoint-host/odd-values.test.ts',
  'packages/sharepoint-host/containers/closed.test.ts',
  // Who takes part in a site is asked of its lists, which the tests of set-up and update make with the widget's.
  'packages/sharepoint-host/setup/readers.test.ts',
];

/**
 * All tests of what goes by the declarations, and those of core and the hosts that go through all that is declared. A test of one
 * collection by its name runs the same code with the same data, whatever else is declared.
 * @param root of a checkout
 * @param isSoak whether there is time for all of them.
 * @returns filters for vitest
 */
export function nodeTestsOf(root: string, isSoak: boolean): readonly string[] {
  const ofOthers = others.flatMap((folder) =>
    globSync(`${folder}/**/*.test.ts`, {
      cwd: root,
      exclude: (name) => name === 'node_modules',
    }),
  );
  const found = ofOthers.filter(
    (file) =>
      !leftOut.includes(file) && goesThroughAll.test(readFileSync(join(root, file), 'utf8')),
  );
  const folders = isSoak ? [...whole, ...packaged] : whole;
  return [...folders.map((folder) => `${folder}/`), ...found];
}
