import type { Bound, Database, SqlValue } from './database.ts';

/** The few ways in which the verbs use a database. SQL stands in the `sql-*.ts` files only; both SQLite and D1 run it as it is. */
export interface Sql {
  bind(statement: string, ...values: SqlValue[]): Bound;
  first<Row>(statement: string, ...values: SqlValue[]): Promise<Row | undefined>;
  rows<Row>(statement: string, ...values: SqlValue[]): Promise<Row[]>;
  /** All statements or none; the rows that each returned. */
  batch(statements: Bound[]): Promise<unknown[][]>;
}

/** The same database, with less to write at each call. */
export function sqlOver(database: Database): Sql {
  const bind = (statement: string, ...values: SqlValue[]): Bound => database.prepare(statement).bind(...values);
  return {
    bind,
    first: async <Row>(statement: string, ...values: SqlValue[]) =>
      (await bind(statement, ...values).first<Row>()) ?? undefined,
    rows: async <Row>(statement: string, ...values: SqlValue[]) =>
      (await bind(statement, ...values).all<Row>()).results,
    // D1 refuses a batch of nothing.
    batch: async (statements) =>
      statements.length === 0 ? [] : (await database.batch(statements)).map(({ results }) => results),
  };
}

/** Whether a statement with RETURNING touched a row. */
export const touched = (rows: readonly unknown[] | undefined): boolean => (rows?.length ?? 0) > 0;
