export { exportContent, type Exported, type ExportOptions } from './export.ts';
