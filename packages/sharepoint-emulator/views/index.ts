export { createDefaultView, defaultViewOf, showInDefaultView, viewById } from './view.ts';
export { viewCollection, viewEntity } from './views.ts';
