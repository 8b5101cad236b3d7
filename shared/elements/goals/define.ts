import { define } from '../kit/define.ts';
import { GoalForm } from './goal-form.ts';
import { GoalItem } from './goal.ts';
import { Goals } from './goals.ts';
import { GoalSay } from './say-form.ts';

define('kantine-goal-form', GoalForm);
define('kantine-goal-say', GoalSay);
define('kantine-goal', GoalItem);
define('kantine-goals', Goals);
