/**
 * The schema's history. Append only: a released entry never changes, because databases in use
 * have already run it. `user_version` counts how many entries a database has run.
 */

/** Marks the file as ours: "HA3\0" in SQLite's header. */
export const APPLICATION_ID = 0x48413300;

export const MIGRATIONS: readonly string[] = [
  // The place of an update is (sheet << 32) | seq: a sheet's updates lie beside each other, so that
  // opening it reads neighbouring pages, and the key is one integer. With a key of two columns,
  // SQLite would read all of a large update only to compare its key with another one's.
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
    place INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

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
  // What is frozen or decided stays, whatever a later version of the program tries.
  `
  CREATE TABLE utgave (
    utgave INTEGER PRIMARY KEY,
    sheet_id TEXT NOT NULL REFERENCES sheet,
    edition TEXT NOT NULL,
    saksnummer TEXT NOT NULL,
    merknad TEXT NOT NULL,
    key_id TEXT NOT NULL REFERENCES sheet_key,
    created_at INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (sheet_id, edition)
  ) STRICT;
  CREATE TRIGGER utgave_stays BEFORE UPDATE ON utgave
    BEGIN SELECT RAISE(ABORT, 'a frozen utgave never changes'); END;
  CREATE TRIGGER utgave_never_goes BEFORE DELETE ON utgave
    BEGIN SELECT RAISE(ABORT, 'a frozen utgave never goes'); END;
  CREATE TABLE vedtak (
    vedtak INTEGER PRIMARY KEY,
    vedtak_id TEXT NOT NULL UNIQUE,
    sheet_id TEXT NOT NULL REFERENCES sheet,
    organ TEXT NOT NULL,
    saksnummer TEXT NOT NULL,
    dato TEXT NOT NULL,
    merknad TEXT NOT NULL,
    utfall TEXT NOT NULL,
    key_id TEXT NOT NULL REFERENCES sheet_key,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX vedtak_of_sheet ON vedtak (sheet_id);
  CREATE TRIGGER vedtak_stays BEFORE UPDATE ON vedtak
    BEGIN SELECT RAISE(ABORT, 'a recorded vedtak never changes'); END;
  CREATE TRIGGER vedtak_never_goes BEFORE DELETE ON vedtak
    BEGIN SELECT RAISE(ABORT, 'a recorded vedtak never goes'); END;
  `,
  // A programme asks for its sheets each time that it is opened.
  `
  CREATE INDEX sheet_of_program ON sheet (program_id) WHERE program_id IS NOT NULL;
  `,
];
