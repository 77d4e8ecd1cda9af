/** One step of the database's shape. Once released it is never edited: a later step mends it. */
export interface Migration {
  /** Becomes `user_version`; counts up in tens. */
  readonly version: number;
  readonly sql: string;
}
