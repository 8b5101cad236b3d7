import { define } from '../kit/define.ts';
import { ReceivedThanksList } from './received-thanks.ts';

define('kantine-received-thanks', ReceivedThanksList);
