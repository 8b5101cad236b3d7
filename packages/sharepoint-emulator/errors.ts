import type { Farm } from './context/farm.ts';

/**
 * An error as SharePoint's REST service sends it: an HTTP status, a code that joins an HRESULT and
 * a .NET exception's name, and an English message.
 */
export class SharePointError extends Error {
  override readonly name: string = 'SharePointError';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

const CLIENT_QUERY = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';

export const invalidQuery = (message: string): SharePointError =>
  new SharePointError(400, CLIENT_QUERY, message);

/** SharePoint throws this for an expression that it cannot read ($filter, $orderby, literals). */
export const invalidExpression = (expression: string): SharePointError =>
  invalidQuery(`The expression "${expression}" is not valid.`);

export const unknownProperty = (name: string, type: string): SharePointError =>
  invalidQuery(
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`,
  );

export const unknownField = (name: string): SharePointError =>
  new SharePointError(
    400,
    '-1, Microsoft.SharePoint.SPException',
    `The field or property '${name}' does not exist.`,
  );

/** A lookup is read only when $expand names it as well. */
export const lookupNotExpanded = (name: string): SharePointError =>
  new SharePointError(
    400,
    '-1, Microsoft.SharePoint.SPException',
    `The query to field '${name}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${name}.`,
  );

/** Some methods expand less than others. */
export const notExpandable = (name: string): SharePointError =>
  new SharePointError(
    400,
    '-1, Microsoft.SharePoint.SPException',
    `The $expand query is not valid for field '${name}'.`,
  );

export const wrongPrimitive = (edmType: string): SharePointError =>
  invalidQuery(
    `Cannot convert a primitive value to the expected type '${edmType}'. See the inner exception for more details.`,
  );

export const invalidArgument = (message = 'Value does not fall within the expected range.') =>
  new SharePointError(400, '-2147024809, System.ArgumentException', message);

export const accessDenied = (): SharePointError =>
  new SharePointError(
    403,
    '-2147024891, System.UnauthorizedAccessException',
    'Access denied. You do not have permission to perform this action or access this resource.',
  );

export const notSignedIn = (): SharePointError =>
  new SharePointError(
    401,
    '-2147024891, System.UnauthorizedAccessException',
    'Attempted to perform an unauthorized operation.',
    { 'WWW-Authenticate': 'Bearer realm="sharepoint-emulator"' },
  );

/** 0x8102006d: no digest, or one that was made for another user or another site collection. */
export const invalidDigest = (): SharePointError =>
  new SharePointError(
    403,
    '-2130575251, Microsoft.SharePoint.SPException',
    "The security validation for this page is invalid and might be corrupted. Please use your web browser's Back button to try your operation again.",
  );

/** 0x8102006c: a digest that was right and is too old. */
export const expiredDigest = (): SharePointError =>
  new SharePointError(
    403,
    '-2130575252, Microsoft.SharePoint.SPException',
    'The security validation for this page has timed out. Click Back in your Web browser, refresh the page, and try your operation again.',
  );

export const listNotFound = (title: string, webUrl: string): SharePointError =>
  new SharePointError(
    404,
    '-1, System.ArgumentException',
    `List '${title}' does not exist at site with URL '${webUrl}'.`,
  );

export const listIdNotFound = (): SharePointError =>
  new SharePointError(
    404,
    '-2130575322, Microsoft.SharePoint.SPException',
    'List does not exist.\n\nThe page you selected contains a list that does not exist.  It may have been deleted by another user.',
  );

export const itemNotFound = (): SharePointError =>
  new SharePointError(
    404,
    '-2130575338, Microsoft.SharePoint.SPException',
    'Item does not exist. It may have been deleted by another user.',
  );

export const fileNotFound = (): SharePointError =>
  new SharePointError(404, '-2147024894, System.IO.FileNotFoundException', 'File Not Found.');

export const resourceNotFound = (name: string): SharePointError =>
  new SharePointError(
    404,
    '-1, Microsoft.SharePoint.Client.ResourceNotFoundException',
    `Cannot find resource for the request ${name}.`,
  );

export const fieldNotFound = (name: string): SharePointError =>
  new SharePointError(
    404,
    '-2147024809, System.ArgumentException',
    `Column '${name}' does not exist. It may have been deleted by another user.`,
  );

/**
 * S-A5. Recorded answers to somebody who is not there, or no more, have the status 500 (2021, 2022) or
 * 404 (2024), and the same code in all of them.
 */
const missing = (farm: Farm): number =>
  farm.behaviours.missingPrincipal === 'serverError' ? 500 : 404;

export const principalNotFound = (farm: Farm): SharePointError =>
  new SharePointError(
    missing(farm),
    '-2146232832, Microsoft.SharePoint.SPException',
    'User cannot be found.',
  );

export const groupNotFound = (farm: Farm): SharePointError =>
  new SharePointError(
    missing(farm),
    '-2146232832, Microsoft.SharePoint.SPException',
    'Group cannot be found.',
  );

export const etagMismatch = (sent: string, current: string): SharePointError =>
  new SharePointError(
    412,
    '-1, Microsoft.SharePoint.Client.ClientServiceException',
    `The request ETag value '${sent}' does not match the object's ETag value '${current}'.`,
  );

/** Two items with one value in a column that enforces unique ones. */
export class DuplicateValuesError extends SharePointError {
  /** The internal name; the message shows the title. */
  readonly field: string;

  constructor(field: string, title: string) {
    super(
      500,
      '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException',
      `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${title}].`,
    );
    this.field = field;
  }
}

/** 0x80070024: the query would touch more rows than the list view threshold allows. */
export const queryThrottled = (): SharePointError =>
  new SharePointError(
    500,
    '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );

/** 0x80070093: every expanded lookup is a join, and a query may hold twelve. */
export const tooManyLookups = (): SharePointError =>
  new SharePointError(
    500,
    '-2147024749, Microsoft.SharePoint.SPQueryThrottledException',
    'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
  );

export const tooManyIndexes = (): SharePointError =>
  new SharePointError(
    500,
    '-2130575194, Microsoft.SharePoint.SPException',
    'You cannot add an index to this column: this list already has the maximum number of indexed columns (20).',
  );

/** Too many requests. "In both cases, a Retry-After header is included in the response", in seconds. */
export const throttled = (retryAfter: number): SharePointError =>
  new SharePointError(
    429,
    '-2147429894, System.Runtime.InteropServices.COMException',
    'The request has been throttled -- Too many requests.',
    { 'Retry-After': String(retryAfter) },
  );

/** A boundary of the service. Its documentation names no code, so this is the general one. */
export const limitReached = (message: string): SharePointError =>
  new SharePointError(500, '-2146232832, Microsoft.SharePoint.SPException', message);

export const wrongVerb = (verb: string, name: string): SharePointError =>
  new SharePointError(
    405,
    CLIENT_QUERY,
    `The HTTP method '${verb}' cannot be used to access the resource '${name}'. The operation type of the resource is specified as 'Default'. Please use correct HTTP method to invoke the resource.`,
  );

/**
 * Not an answer of SharePoint's: the emulator says what it lacks instead of guessing. A program that
 * meets it has left what was built here, and should hear so at once.
 */
export const notEmulated = (what: string): SharePointError =>
  new SharePointError(
    501,
    '-1, SharePointEmulator.NotImplementedException',
    `The SharePoint emulator does not implement ${what}.`,
  );
