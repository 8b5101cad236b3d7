/** An error in the JSON of Microsoft Graph. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  body(): object {
    const innerError = {
      date: new Date().toISOString().slice(0, 19),
      'request-id': crypto.randomUUID(),
    };
    return { error: { code: this.code, message: this.message, innerError } };
  }
}
