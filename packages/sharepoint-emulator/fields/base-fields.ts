import type { FieldProperties } from './field.ts';

/** A column that every list has, with the id that it has in every SharePoint. */
export interface BaseField {
  readonly id: string;
  readonly internalName: string;
  readonly title: string;
  readonly properties: FieldProperties;
  /** False where the emulator works the value out instead of keeping it. */
  readonly stored: boolean;
}

const base = (
  id: string,
  internalName: string,
  title: string,
  type: string,
  extra: Readonly<Record<string, unknown>> = {},
  stored = true,
): BaseField => ({
  id,
  internalName,
  title,
  stored,
  properties: { type, FromBaseType: true, Group: '_Hidden', ...extra },
});

const READ_ONLY = { ReadOnlyField: true };
const HIDDEN = { ReadOnlyField: true, Hidden: true };

const COMMON: readonly BaseField[] = [
  base(
    '03e45e84-1992-4d42-9116-26f756012634',
    'ContentTypeId',
    'Content Type ID',
    'ContentTypeId',
    HIDDEN,
  ),
  base('fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'Title', 'Title', 'Text', {
    Required: true,
    MaxLength: 255,
    Group: 'Custom Columns',
  }),
  base('1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'ID', 'ID', 'Counter', READ_ONLY),
  base(
    'c042a256-787d-4a6f-8a8a-cf6ab767f12d',
    'ContentType',
    'Content Type',
    'Computed',
    READ_ONLY,
    false,
  ),
  base('28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'Modified', 'Modified', 'DateTime', {
    ...READ_ONLY,
    DisplayFormat: 1,
  }),
  base('8c06beca-0777-48f7-91c7-6da68bc07b69', 'Created', 'Created', 'DateTime', {
    ...READ_ONLY,
    DisplayFormat: 1,
  }),
  base('1df5e554-ec7e-46a6-901d-d85a3881cb18', 'Author', 'Created By', 'User', {
    ...READ_ONLY,
    LookupList: 'UserInfo',
    LookupField: 'Title',
  }),
  base('d31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'Editor', 'Modified By', 'User', {
    ...READ_ONLY,
    LookupList: 'UserInfo',
    LookupField: 'Title',
  }),
  base(
    'd4e44a66-ee3a-4d02-88c9-4ec5ff3f4cd5',
    'owshiddenversion',
    'owshiddenversion',
    'Integer',
    HIDDEN,
  ),
  base('dce8262a-3ae9-45aa-aab4-83bd75fb738a', '_UIVersionString', 'Version', 'Text', READ_ONLY),
  base('94f89715-e097-4e8b-ba79-ea02aa8b7adb', 'FileRef', 'URL Path', 'Lookup', HIDDEN, false),
  base('56605df6-8fa1-47e4-a04c-5b384d59609f', 'FileDirRef', 'Path', 'Text', HIDDEN),
  base('30bb605f-5bae-48fe-b4e3-1f81d9772af9', 'FSObjType', 'Item Type', 'Integer', HIDDEN),
  base('4b7403de-8d94-43e8-9f0f-137a3e298126', 'UniqueId', 'Unique Id', 'Guid', HIDDEN),
  base('ae069f25-3ac2-4256-b9c3-15dbc15da0e0', 'GUID', 'GUID', 'Guid', HIDDEN),
  base('503f1caa-358e-4918-9094-4a2cdc4bc034', 'Edit', 'Edit', 'Computed', READ_ONLY, false),
];

const LIST_ONLY: readonly BaseField[] = [
  base('67df98f4-9dec-48ff-a553-29bece9c5bf4', 'Attachments', 'Attachments', 'Attachments', {}),
  base('8553196d-ec8d-4564-9861-3dbe931050c8', 'FileLeafRef', 'Name', 'File', HIDDEN),
  base('82642ec8-ef9b-478f-acf9-31f7d45fbc31', 'LinkTitle', 'Title', 'Computed', READ_ONLY, false),
  base(
    'bc91a437-52e7-49e1-8c4e-4698904b2b6d',
    'LinkTitleNoMenu',
    'Title',
    'Computed',
    READ_ONLY,
    false,
  ),
];

const LIBRARY_ONLY: readonly BaseField[] = [
  base('8553196d-ec8d-4564-9861-3dbe931050c8', 'FileLeafRef', 'Name', 'File', { Required: true }),
  base('081c6e4c-5c14-4f20-b23e-1a71ceb6a67c', 'DocIcon', 'Type', 'Computed', READ_ONLY, false),
  base(
    '5cc6dc79-3710-4374-b433-61cb4a686c12',
    'LinkFilename',
    'Name',
    'Computed',
    READ_ONLY,
    false,
  ),
  base('3881510a-4e4a-4ee8-b102-8ee8e2d0dd4b', 'CheckoutUser', 'Checked Out To', 'User', {
    ...READ_ONLY,
    LookupList: 'UserInfo',
    LookupField: 'Title',
  }),
];

export const baseFieldsOf = (isLibrary: boolean): readonly BaseField[] => [
  ...COMMON,
  ...(isLibrary ? LIBRARY_ONLY : LIST_ONLY),
];

/** Site columns of a root web, as far as anything asks for them. */
export const SITE_COLUMNS: readonly BaseField[] = [
  ...COMMON,
  base(
    '3c0e9e00-8fcc-479f-9d8d-3447cda34c5b',
    'OtherAddressCountry',
    'Other Address Country/Region',
    'Text',
    {
      Group: 'Core Contact and Calendar Columns',
      FromBaseType: false,
    },
  ),
];
