import { define } from '../kit/define.ts';
import { ArticleForm } from './article-form.ts';

define('kantine-article-form', ArticleForm);
