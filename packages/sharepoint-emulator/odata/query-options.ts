import { invalidExpression, notEmulated } from '../errors.ts';

/** A tree of names: `Id,Author/Title` becomes Id, and Author with Title below it. */
export type NameTree = ReadonlyMap<string, NameTree>;

interface OrderBy {
  readonly name: string;
  readonly descending: boolean;
}

export interface QueryOptions {
  readonly select: NameTree | undefined;
  readonly expand: NameTree;
  readonly filter: string | undefined;
  readonly orderBy: readonly OrderBy[];
  readonly top: number | undefined;
  readonly skip: number | undefined;
  readonly skipToken: string | undefined;
  /** Every parameter by its lower-case name: aliases (@v) and those of single methods. */
  readonly raw: ReadonlyMap<string, string>;
}

export const EMPTY_TREE: NameTree = new Map();

const KNOWN = new Set(['$select', '$expand', '$filter', '$orderby', '$top', '$skip', '$skiptoken']);

/** An unknown option that begins with a dollar sign is refused, and not passed over. */
export function readQueryOptions(search: URLSearchParams): QueryOptions {
  const raw = new Map([...search].map(([name, value]) => [name.toLowerCase(), value] as const));
  const foreign = [...raw.keys()].find((name) => name.startsWith('$') && !KNOWN.has(name));
  if (foreign !== undefined) throw notEmulated(`the query option ${foreign}`);
  const select = raw.get('$select');
  return {
    select: select?.trim() ? readNames(select) : undefined,
    expand: readNames(raw.get('$expand') ?? ''),
    filter: raw.get('$filter')?.trim(),
    orderBy: readOrderBy(raw.get('$orderby') ?? ''),
    top: readCount(raw.get('$top')),
    skip: readCount(raw.get('$skip')),
    skipToken: raw.get('$skiptoken'),
    raw,
  };
}

type MutableTree = Map<string, MutableTree>;

/** Slashes lead down: Author/Title selects one property of what Author expands to. */
function readNames(source: string): NameTree {
  const root: MutableTree = new Map();
  for (const path of source.split(',')) {
    let node = root;
    for (const name of path.trim().split('/').filter(Boolean)) {
      const next = node.get(name) ?? new Map<string, MutableTree>();
      node.set(name, next);
      node = next;
    }
  }
  return root;
}

/** `Created desc,Title`: upwards unless it says otherwise. */
function readOrderBy(source: string): OrderBy[] {
  return source
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [name = '', direction = 'asc', ...rest] = part.split(/\s+/);
      if (rest.length > 0 || !/^(asc|desc)$/i.test(direction)) throw invalidExpression(source);
      return { name, descending: /^desc$/i.test(direction) };
    });
}

function readCount(source: string | undefined): number | undefined {
  if (source === undefined || source === '') return undefined;
  if (!/^\d+$/.test(source.trim())) throw invalidExpression(source);
  return Number(source);
}

/** SharePoint resolves names without regard to case, and answers with its own spelling. */
export function findName<T>(names: ReadonlyMap<string, T>, name: string): T | undefined {
  const exact = names.get(name);
  if (exact !== undefined) return exact;
  const lower = name.toLowerCase();
  for (const [key, value] of names) if (key.toLowerCase() === lower) return value;
  return undefined;
}
