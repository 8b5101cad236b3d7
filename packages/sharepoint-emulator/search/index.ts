export { searchService } from './search.ts';
