import { NotImplementedError } from '../errors.ts';
import type { Service, ServiceCall } from '../gateway/index.ts';
import type { Directory } from '../site/index.ts';
import { reportPersonalData } from './personal-data.ts';

export interface QueueService {
  /** Answers what is about a queue, and nothing else. */
  answer(call: ServiceCall): Response | undefined;
}

/** Atlassian's own gateway, which `@forge/events` and `privacy` call as the app. */
export function createStargate(site: Directory, queues: QueueService): Service {
  return async (call) => {
    const line = `${call.method} ${call.path}`;
    if (line === 'POST /app/report-accounts') return reportPersonalData(call, site);
    const answer = queues.answer(call);
    if (answer) return answer;
    throw new NotImplementedError(`Atlassian's ${line}`);
  };
}
