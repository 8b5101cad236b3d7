export { answerGraph } from './graph.ts';
