import { define } from '../internal/define.ts';
import { Reactions } from './reactions.ts';

define('kantine-reactions', Reactions);
