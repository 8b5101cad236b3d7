export { sharePointUpkeep } from './upkeep.ts';
