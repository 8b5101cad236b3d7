import type { Context } from '../context/context.ts';
import { accessDenied } from '../errors.ts';
import { nothing, value, type ODataOperation } from '../odata/resource.ts';

interface StorageEntity {
  readonly value: string | null;
  readonly comment: string | null;
  readonly description: string | null;
}

/** Tenant properties, which the app catalog keeps: everybody reads, administrators write. */
export const storageFunctions = (context: Context): Readonly<Record<string, ODataOperation>> => ({
  GetStorageEntity: (args) => {
    const row = context.farm.db.one<StorageEntity>(
      'SELECT value, comment, description FROM storage_entities WHERE key = ?',
      [args.text('key')],
    );
    // A key that is not there answers a storage entity of nulls.
    if (!row) return value({ 'odata.null': true }, 'SP.StorageEntity');
    const { value: Value, comment: Comment, description: Description } = row;
    return value({ Comment, Description, Value }, 'SP.StorageEntity');
  },
});

export const storageActions = (context: Context): Readonly<Record<string, ODataOperation>> => ({
  SetStorageEntity: (args) => {
    demandAdministrator(context);
    const text = (name: string): string => args.optionalText(name, 9) ?? '';
    context.farm.db.run(
      'INSERT OR REPLACE INTO storage_entities (key, value, comment, description) VALUES (?, ?, ?, ?)',
      [args.text('key'), text('value'), text('comments'), text('description')],
    );
    return nothing;
  },
  RemoveStorageEntity: (args) => {
    demandAdministrator(context);
    context.farm.db.run('DELETE FROM storage_entities WHERE key = ?', [args.text('key')]);
    return nothing;
  },
});

function demandAdministrator(context: Context): void {
  if (!context.user.isAdmin) throw accessDenied();
}
