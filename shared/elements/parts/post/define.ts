import '../message/define.ts';
import { define } from '../../kit/define.ts';
import { Post } from './post.ts';

define('kantine-post', Post);
