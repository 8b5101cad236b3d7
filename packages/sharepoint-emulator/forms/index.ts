export { formCollection } from './forms.ts';
