/**
 * The smallest thing a store can be built on: text keys in order. One file a driver. Values are JSON,
 * which never holds a raw NUL; some engines end a text there.
 */

export interface Entry {
  readonly key: string;
  readonly value: string;
}

/** Keys from `from` (inclusive) to `to` (exclusive), in code-unit order; keys are ASCII. */
export interface Scan {
  readonly from: string;
  readonly to: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

export interface Transaction {
  get(key: string): Promise<string | undefined>;
  scan(scan: Scan): Promise<readonly Entry[]>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * A driver. Transactions that write run one after another; one that throws leaves nothing behind.
 * The work awaits nothing but the transaction's own methods.
 */
export interface OrderedMap {
  transact<T>(mode: 'read' | 'write', work: (transaction: Transaction) => Promise<T>): Promise<T>;
}
