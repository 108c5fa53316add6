/**
 * The schema's history. Append only: a released entry never changes, because databases in use
 * have already run it. `user_version` counts how many entries a database has run.
 */

/** Marks the file as ours: "HA3\0" in SQLite's header. */
export const APPLICATION_ID = 0x48413300;

export const MIGRATIONS: readonly string[] = [
  // A sheet's rows are found by a small number, so that each update's key costs a few bytes.
  // Updates are clustered by sheet, so that opening a sheet reads neighbouring pages.
  `
  CREATE TABLE journal_sheet (
    sheet INTEGER PRIMARY KEY,
    sheet_id TEXT NOT NULL UNIQUE,
    last_seq INTEGER NOT NULL,
    snapshot_seq INTEGER NOT NULL,
    has_snapshot INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE journal_snapshot (
    sheet INTEGER PRIMARY KEY REFERENCES journal_sheet,
    checksum INTEGER NOT NULL,
    state BLOB NOT NULL
  ) STRICT;
  CREATE TABLE journal_update (
    sheet INTEGER NOT NULL REFERENCES journal_sheet,
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sheet, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sheet (
    sheet_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    program_id TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sheet_key (
    key_id TEXT PRIMARY KEY,
    sheet_id TEXT NOT NULL REFERENCES sheet,
    role TEXT NOT NULL,
    hash TEXT NOT NULL,
    sealed BLOB,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    UNIQUE (sheet_id, hash)
  ) STRICT;
  CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE heartbeat (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    beats INTEGER NOT NULL
  ) STRICT;
  INSERT INTO heartbeat (id, beats) VALUES (1, 0);
  `,
];
