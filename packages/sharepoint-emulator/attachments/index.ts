export { attachmentCollection, attachmentContent } from './attachments.ts';
