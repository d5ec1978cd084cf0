-- Where a caller's password was tried from: an address, or a device that has logged in before. Each has its own count of
-- wrong ones and its own lock, so that whoever guesses locks themselves out and not the owner.
CREATE TABLE login_sources (
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  source TEXT NOT NULL CHECK (source <> ''),
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  locked_until TEXT,
  last_at TEXT NOT NULL,
  succeeded_at TEXT,
  PRIMARY KEY (caller_id, source)
) STRICT, WITHOUT ROWID;
