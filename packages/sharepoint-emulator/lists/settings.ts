import { omit } from '../odata/omit.ts';
import { invalidArgument, notEmulated, unknownProperty } from '../errors.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a client may set on SP.List, with the values of a new list. */
const SETTABLE: Values = {
  AllowContentTypes: true,
  BaseTemplate: 100,
  ContentTypesEnabled: false,
  CrawlNonDefaultViews: false,
  DefaultContentApprovalWorkflowId: '00000000-0000-0000-0000-000000000000',
  DefaultItemOpenUseListSetting: false,
  Description: '',
  Direction: 'none',
  DisableCommenting: false,
  DisableGridEditing: false,
  DraftVersionVisibility: 0,
  EnableAttachments: true,
  EnableFolderCreation: false,
  EnableMinorVersions: false,
  EnableModeration: false,
  EnableRequestSignOff: true,
  EnableVersioning: true,
  ExemptFromBlockDownloadOfNonViewableFiles: false,
  FileSavePostProcessingEnabled: false,
  ForceCheckout: false,
  Hidden: false,
  ImageUrl: '/_layouts/15/images/itgen.png?rev=47',
  IrmEnabled: false,
  IrmExpire: false,
  IrmReject: false,
  IsApplicationList: false,
  IsPrivate: false,
  ListExperienceOptions: 0,
  MajorVersionLimit: 50,
  MajorWithMinorVersionsLimit: 0,
  MultipleDataList: false,
  NoCrawl: false,
  OnQuickLaunch: false,
  ParserDisabled: false,
  ReadSecurity: 1,
  Title: '',
  ValidationFormula: null,
  ValidationMessage: null,
  WriteSecurity: 1,
};

export const listSettings = (properties: Values): Record<string, unknown> =>
  omit({ ...SETTABLE, ...properties }, ['Title']);

/** Takes over what a client sends, and refuses names and values that SP.List does not have. */
export function readListSettings(body: Values): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(body)) {
    if (name === '__metadata') continue;
    if (!(name in SETTABLE)) throw unknownProperty(name, 'SP.List');
    settings[name] = content;
  }
  for (const name of ['ValidationFormula', 'EnableModeration']) {
    if (settings[name]) throw notEmulated(`${name} of a list`);
  }
  demandOneOf(settings.ReadSecurity, [1, 2]);
  demandOneOf(settings.WriteSecurity, [1, 2, 4]);
  return settings;
}

function demandOneOf(content: unknown, allowed: readonly number[]): void {
  if (content !== undefined && !allowed.includes(Number(content))) throw invalidArgument();
}
