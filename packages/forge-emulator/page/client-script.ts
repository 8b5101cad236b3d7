import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const SCRIPTS = {
  bridge: new URL('./client/bridge.ts', import.meta.url),
  host: new URL('./client/host.ts', import.meta.url),
};

/** Browsers get the scripts in `client/` without their types, and otherwise as they are. */
export function clientScript(name: keyof typeof SCRIPTS): string {
  return stripTypeScriptTypes(readFileSync(SCRIPTS[name], 'utf8'));
}
