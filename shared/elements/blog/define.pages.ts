import '../parts/person-name/define.ts';
import { define } from '../kit/define.ts';
import { ArticleElement } from './article.ts';
import { OwnArticlesList } from './own-articles.ts';
import { ArticleSeries } from './series.ts';

define('kantine-article', ArticleElement);
define('kantine-article-series', ArticleSeries);
define('kantine-own-articles', OwnArticlesList);
