export { searchAll } from '../../database/search-index.ts';
