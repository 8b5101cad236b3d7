/** What few who look for somebody go on to: asking in a group. */
import '../parts/composer/define.ts';
import { define } from '../kit/define.ts';
import { AskGroup } from './ask-group.ts';

export { canAskIn } from './ask-group.ts';

define('kantine-ask-group', AskGroup);
