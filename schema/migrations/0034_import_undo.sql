-- What each row of a roster has made and changed, sealed, so that it can be taken back: kept from here on. Once a row is taken
-- back the value goes. held_by says why one could not be.
CREATE TABLE import_effects (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  n INTEGER NOT NULL,
  sealed BLOB,
  held_by TEXT,
  PRIMARY KEY (import_id, n)
) STRICT, WITHOUT ROWID;

-- Rosters that are being taken back, or were: rows before next_n are still to be gone through, from the last to the first.
CREATE TABLE import_undos (
  import_id INTEGER PRIMARY KEY REFERENCES imports (id),
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped')),
  next_n INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  caller_id INTEGER,
  caller TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  done_at TEXT
) STRICT, WITHOUT ROWID;
