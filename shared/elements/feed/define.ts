import '../groups/define.ts';
import '../wall/define.ts';
import { define } from '../kit/define.ts';
import { Feed } from './feed.ts';

define('kantine-feed', Feed);
