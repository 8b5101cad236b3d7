import { randomUUID } from 'node:crypto';
import { NotImplementedError } from '../errors.ts';
import { bodyOf, json, noContent, type ServiceCall } from '../gateway/index.ts';
import { modulesOf, type Manifest, type ModuleDefinition } from '../manifest/index.ts';
import type { Deliveries } from './deliveries.ts';

interface PushRequest {
  readonly queueName: string;
  readonly jobId: string;
  readonly payload: readonly {
    readonly body: object;
    readonly delayInSeconds?: number;
    readonly concurrency?: object;
  }[];
}

interface Job {
  success: number;
  inProgress: number;
  failed: number;
  cancelled: boolean;
}

/** Limits that the service enforces even when a client does not: 50 events and 200 KB a push. */
const MOST_EVENTS = 50;
const LARGEST_PUSH = 200 * 1024;

/** The service behind `@forge/events`: a job is what was pushed at once. */
export class Queues {
  readonly #manifest: Manifest;
  readonly #deliveries: Deliveries;
  readonly #jobs = new Map<string, Job>();

  constructor(manifest: Manifest, deliveries: Deliveries) {
    this.#manifest = manifest;
    this.#deliveries = deliveries;
  }

  /** `/webhook/queue/publish/{contextAri}/…`, whose braces the platform's proxy fills in. */
  answer(call: ServiceCall): Response | undefined {
    const action = /^\/webhook\/queue\/(\w+)\//.exec(call.path)?.[1];
    if (action === 'publish') return this.#push(bodyOf<PushRequest>(call), call);
    if (action === 'stats') return this.#stats(this.#job(bodyOf<PushRequest>(call)));
    if (action === 'cancel') return this.#cancel(this.#job(bodyOf<PushRequest>(call)));
    return undefined;
  }

  #push(request: PushRequest, call: ServiceCall): Response {
    const { queueName, jobId, payload } = request;
    const consumer = modulesOf(this.#manifest, 'consumer').find(({ queue }) => queue === queueName);
    if (!consumer?.function) return json({ message: `No consumer for queue ${queueName}` }, 404);
    if (payload.length > MOST_EVENTS || String(call.request.body).length > LARGEST_PUSH) {
      return json({ errorMessage: 'The push is too large.' }, 413);
    }
    const job = { success: 0, inProgress: payload.length, failed: 0, cancelled: false };
    this.#jobs.set(`${queueName} ${jobId}`, job);
    for (const event of payload) this.#schedule(request, event, consumer, job);
    return json({}, 201);
  }

  #schedule(
    { queueName, jobId }: PushRequest,
    { body, delayInSeconds = 0, concurrency }: PushRequest['payload'][number],
    consumer: ModuleDefinition,
    job: Job,
  ): void {
    if (concurrency) throw new NotImplementedError('@forge/events push with concurrency');
    const payload = { queueName, jobId, eventId: randomUUID(), body };
    const delivery = {
      functionKey: consumer.function as string,
      moduleKey: consumer.key,
      background: true,
      payload,
      cancelled: () => job.cancelled,
      ended: (outcome: 'success' | 'failed') => {
        job.inProgress -= 1;
        job[outcome] += 1;
      },
    };
    this.#deliveries.schedule(delivery, delayInSeconds);
  }

  #job({ queueName, jobId }: PushRequest): Job | undefined {
    return this.#jobs.get(`${queueName} ${jobId}`);
  }

  #stats(job: Job | undefined): Response {
    if (!job) return json({ message: 'Job not found' }, 404);
    const { success, inProgress, failed } = job;
    return json({ success, inProgress, failed });
  }

  /** Running events are not stopped; waiting events are not delivered any more. */
  #cancel(job: Job | undefined): Response {
    if (!job) return json({ message: 'Job not found' }, 404);
    job.cancelled = true;
    return noContent();
  }
}
