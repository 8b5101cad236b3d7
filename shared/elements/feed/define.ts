import '../groups/define.ts';
import '../wall/define.ts';
import { define } from '../internal/define.ts';
import { Feed } from './feed.ts';

define('kantine-feed', Feed);
