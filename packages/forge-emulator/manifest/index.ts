export type {
  Address,
  AttributeType,
  EntityDefinition,
  IndexDefinition,
  Manifest,
  ModuleDefinition,
  Permissions,
  ResourceDefinition,
} from './manifest.ts';
export { findViewModule, modulesOf, readManifest, type ViewModule } from './read.ts';
