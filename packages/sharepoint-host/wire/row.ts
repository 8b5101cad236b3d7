/**
 * What SharePoint answers for an item. Author, times and ETag are the server's own. Of a row that is only
 * counted the ETag and the moment of its making are not asked for.
 */
export interface Row {
  readonly Id: number;
  readonly AuthorId: number;
  readonly Created: string;
  readonly Modified: string;
  readonly 'odata.etag': string;
  readonly [column: string]: unknown;
}
