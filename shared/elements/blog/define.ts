import '../parts/person-name/define.ts';
import { define } from '../kit/define.ts';
import { Blog } from './blog.ts';

define('kantine-blog', Blog);
