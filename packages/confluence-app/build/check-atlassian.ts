/** Atlassian's own validator and linters, as `forge lint` runs them, but without a login. */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

interface Finding {
  readonly line?: number;
  readonly message: string;
  readonly level?: string;
}

interface ManifestPackage {
  readonly ValidationTypes: { readonly FULL: unknown };
  readonly ProcessorBuilder: {
    instance(): { withValidation(type: unknown): { build(): Processor } };
  };
}

interface Processor {
  process(): Promise<{
    readonly success: boolean;
    readonly errors?: readonly Finding[];
    readonly manifestObject?: { readonly typedContent?: unknown };
  }>;
}

interface LintPackage {
  lint(
    files: readonly string[],
    manifest: unknown,
    environment: string,
    logger: object,
    flags: object,
    options: object,
  ): Promise<
    readonly {
      readonly file: string;
      readonly errors: readonly Finding[];
      readonly warnings: readonly Finding[];
      readonly approvals: readonly Finding[];
    }[]
  >;
}

/** The linter compares calls with Atlassian's API descriptions, which it would fetch; ours are checked by tests. */
const descriptions = ['CONF', 'CONF_V2', 'JIRA', 'JSM', 'JSW', 'BB'].map(
  (product) => `LOCAL_${product}_SWAGGER`,
);

function ignore(): void {
  // The output of the packages along the way is of no interest.
}
const logger = {
  info: ignore,
  debug: ignore,
  trace: ignore,
  warn: console.warn,
  error: console.error,
};
const flags = { isEnabled: async () => false, getDeprecatedRuntimes: async () => [] };

/** Both packages look at the folder that the process is in. */
export async function atlassianProblems(folder: string): Promise<readonly string[]> {
  const before = process.cwd();
  const temporary = await mkdtemp(join(tmpdir(), 'kantine-forge-'));
  const empty = join(temporary, 'empty.json');
  writeFileSync(empty, '{"paths":{}}');
  process.env.USE_LOCAL_SWAGGER = '1';
  for (const name of descriptions) process.env[name] = empty;
  process.chdir(folder);
  try {
    return await findings();
  } finally {
    process.chdir(before);
    await rm(temporary, { recursive: true });
  }
}

async function findings(): Promise<readonly string[]> {
  const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest') as ManifestPackage;
  const { lint } = require('@forge/lint') as LintPackage;
  const processor = ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).build();
  const { success, errors = [], manifestObject } = await processor.process();
  const told = errors.map((finding) => `manifest.yml: ${text(finding)}`);
  if (!success) return told.length > 0 ? told : ['manifest.yml is not valid.'];
  const linted = await lint([], manifestObject?.typedContent, 'production', logger, flags, {
    linter: { mode: 'client-side' },
  });
  const found = linted.flatMap(({ file, errors, warnings, approvals }) =>
    [...errors, ...warnings, ...approvals].map((finding) => `${file}: ${text(finding)}`),
  );
  return [...told, ...found];
}

const text = ({ line, message }: Finding): string =>
  line === undefined ? message : `line ${line}: ${message}`;
