export { getItems } from './get-items.ts';
export { renderListData, renderListDataAsStream, renderListFormData } from './render.ts';
