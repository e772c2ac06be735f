/** A value that SQLite and D1 both take. Booleans are 0 and 1. */
export type SqlValue = string | number | null;

/** A statement with its values. */
export interface Bound {
  first<Row>(): Promise<Row | null>;
  all<Row>(): Promise<{ results: Row[] }>;
  run(): Promise<unknown>;
}

/** A statement waiting for its values. */
export interface Prepared {
  bind(...values: SqlValue[]): Bound;
}

/**
 * The part of Cloudflare's D1 that we write against; `node:sqlite` is given the same shape. A batch is one transaction: all of
 * its statements or none, durable when it resolves.
 */
export interface Database {
  prepare(sql: string): Prepared;
  batch(statements: Bound[]): Promise<{ results: unknown[] }[]>;
}
