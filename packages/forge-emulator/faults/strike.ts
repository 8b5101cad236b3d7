import { sleep, type Clock } from '../clock/index.ts';
import { json } from '../gateway/response.ts';
import type { Fault, ServiceName } from './faults.ts';

/** Does a call's work with what its fault makes of it. */
export async function strike(
  fault: Fault | undefined,
  service: ServiceName,
  clock: Clock,
  work: () => Promise<Response>,
): Promise<Response> {
  if (fault?.latency) await sleep(clock, fault.latency);
  if (fault?.kind === 'error') return failed(service);
  if (fault?.kind === 'rate-limit') return limited(service, fault.retryAfter ?? 1);
  if (fault?.kind === 'consent') {
    return json({}, 401, { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' });
  }
  if (fault?.kind === 'answer' && fault.answer) {
    return json(fault.answer.body, fault.answer.status, fault.answer.headers);
  }
  const answer = await work();
  // What undici throws when the other side hangs up before it has answered.
  if (fault?.kind === 'lost-answer') throw new TypeError('fetch failed');
  return answer;
}

/** Each service has its own shape of an error; the status is the same. */
function failed(service: ServiceName): Response {
  if (service === 'kvs' || service === 'sql') {
    return json({ code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' }, 500);
  }
  return json({ statusCode: 500, message: 'Internal Server Error' }, 500);
}

function limited(service: ServiceName, retryAfter: number): Response {
  const headers = { 'retry-after': String(retryAfter) };
  if (service === 'kvs' || service === 'sql') {
    return json({ code: 'RATE_LIMIT_EXCEEDED', message: 'Rate limit exceeded' }, 429);
  }
  if (service === 'confluence') {
    return json({ statusCode: 429, message: 'Rate limit exceeded' }, 429, {
      ...headers,
      'x-ratelimit-remaining': '0',
    });
  }
  return json({ message: 'Too many requests' }, 429, headers);
}
