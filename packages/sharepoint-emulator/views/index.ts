export {
  createDefaultView,
  defaultViewOf,
  showInDefaultView,
  viewById,
  viewFieldsOf,
  type View,
} from './view.ts';
export { viewCollection, viewEntity } from './views.ts';
