import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SetupError } from '../errors.ts';
import type { Manifest, ModuleDefinition } from './manifest.ts';

/** Module types that call functions and are kept apart from those that show something. */
const RUNS_FUNCTIONS = ['function', 'consumer', 'trigger', 'scheduledTrigger'];

export function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.yml');
  const manifest = parse(readFileSync(path, 'utf8')) as Partial<Manifest> | null;
  if (!manifest?.app?.id || !manifest.modules) {
    throw new SetupError(`${path} has no app.id or no modules.`);
  }
  const complete = manifest as Manifest;
  checkReferences(complete, path);
  return complete;
}

/** `forge lint` refuses these too; an emulator that let them pass would hide them. */
function checkReferences(manifest: Manifest, path: string): void {
  const functions = new Set(modulesOf(manifest, 'function').map(({ key }) => key));
  const keys = new Set<string>();
  for (const [type, modules] of Object.entries(manifest.modules)) {
    for (const module of modules ?? []) {
      const called = module.resolver?.function ?? module.function;
      if (called !== undefined && !functions.has(called)) {
        throw new SetupError(`${path}: ${type} '${module.key}' names no function '${called}'.`);
      }
      if (keys.has(module.key) && type !== 'function') {
        throw new SetupError(`${path}: the module key '${module.key}' is there twice.`);
      }
      if (type !== 'function') keys.add(module.key);
    }
  }
}

export function modulesOf(manifest: Manifest, type: string): readonly ModuleDefinition[] {
  return manifest.modules[type] ?? [];
}

/** A module that people see, such as a macro, and the type under which it is declared. */
export interface ViewModule {
  readonly type: string;
  readonly module: ModuleDefinition;
}

export function findViewModule(manifest: Manifest, key: string): ViewModule {
  for (const [type, modules] of Object.entries(manifest.modules)) {
    if (RUNS_FUNCTIONS.includes(type)) continue;
    const module = modules?.find((each) => each.key === key);
    if (module) return { type, module };
  }
  throw new SetupError(`The manifest has no module '${key}' that shows something.`);
}
