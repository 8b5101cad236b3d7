import { json } from '../gateway/index.ts';

/** Every refusal of the storage is a code and a message with a status. */
export class StorageError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }

  toResponse(): Response {
    return json({ code: this.code, message: this.message }, this.status);
  }
}
