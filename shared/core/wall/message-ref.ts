/** Which message an operation is about. */
import * as v from 'valibot';
import { id } from '../kernel/input.ts';

export const messageFields = { group: id, kind: v.picklist(['post', 'comment']), id };

export const messageRef = v.strictObject(messageFields);
