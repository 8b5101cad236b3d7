import { define } from '../kit/define.ts';
import { PeopleFinder } from './people-finder.ts';

define('kantine-people-finder', PeopleFinder);
