export { USUAL, type Behaviours } from './behaviours.ts';
