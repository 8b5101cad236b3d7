import '../composer/define.ts';
import '../message/define.ts';
import { define } from '../internal/define.ts';
import { Post } from './post.ts';

define('kantine-post', Post);
