import { json } from '../gateway/index.ts';

/** Ends a request with an error in the shape of the API's version. */
export class RestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  toResponse(path: string): Response {
    return path.startsWith('/api/v2/') ? this.#second() : this.#first();
  }

  #first(): Response {
    const data = { authorized: this.status !== 403, valid: true, errors: [], successful: false };
    return json({ statusCode: this.status, data, message: this.message }, this.status);
  }

  #second(): Response {
    const code = CODES[this.status] ?? 'INTERNAL_SERVER_ERROR';
    const error = { status: this.status, code, title: this.message, detail: null };
    return json({ errors: [error] }, this.status);
  }
}

const CODES: Readonly<Record<number, string>> = {
  400: 'INVALID_REQUEST_PARAMETER',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
};

/** What Atlassian's API gateway says before Confluence is asked at all. */
export function scopeMismatch(): Response {
  return json({ code: 401, message: 'Unauthorized; scope does not match' }, 401);
}
