export type {
  Address,
  AttributeType,
  EntityDefinition,
  IndexDefinition,
  Manifest,
  ModuleDefinition,
  Permissions,
} from './manifest.ts';
export { findViewModule, modulesOf, readManifest, type ViewModule } from './read.ts';
export { readTranslations, type Translations } from './translations.ts';
