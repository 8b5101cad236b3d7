import '../parts/person-name/define.ts';
import '../parts/post/define.ts';
import { define } from '../kit/define.ts';
import { TopicPosts } from './topic-posts.ts';

define('kantine-topic-posts', TopicPosts);
