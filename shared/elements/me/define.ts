import { define } from '../kit/define.ts';
import { Me } from './me.ts';

define('kantine-me', Me);
