import '../parts/avatar/define.ts';
import '../parts/people-picker/define.ts';
import '../parts/person-name/define.ts';
import { define } from '../kit/define.ts';
import { FateForm } from './fate-form.ts';
import { IdeaForm } from './idea-form.ts';
import { IdeaItem } from './idea.ts';
import { Ideas } from './ideas.ts';

define('kantine-fate-form', FateForm);
define('kantine-idea-form', IdeaForm);
define('kantine-idea', IdeaItem);
define('kantine-ideas', Ideas);
