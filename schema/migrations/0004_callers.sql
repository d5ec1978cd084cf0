-- Who may ask, what was done, and what changed.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A person who logs in (user) or another system (system); both act through tokens.
CREATE TABLE callers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('user', 'system')),
  title TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN
    ('admin', 'auditor', 'street', 'secretary', 'worker', 'department', 'integration', 'resident')),
  unit TEXT,
  password_hash TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE caller_areas (
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  area_id INTEGER NOT NULL REFERENCES areas (id),
  PRIMARY KEY (caller_id, area_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  id INTEGER PRIMARY KEY,
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  hash BLOB NOT NULL UNIQUE,
  session INTEGER NOT NULL CHECK (session IN (0, 1)),
  made_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
) STRICT;
CREATE INDEX tokens_caller ON tokens (caller_id);

-- The ordered feed. A row a change of one subject; the new state is read from the subject's own route.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete'))
) STRICT;

-- hash = SHA-256 over prev_hash and the row's other columns; check recomputes the whole chain.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  caller_id INTEGER,
  caller TEXT NOT NULL,
  role TEXT NOT NULL,
  origin TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT,
  subject_id INTEGER,
  reason TEXT,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  prev_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject, subject_id);
CREATE TRIGGER audit_keep_update BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_keep_delete BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- The answer to a POST with an Idempotency-Key, so that the same again answers the same.
CREATE TABLE idempotency (
  caller_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  status INTEGER NOT NULL,
  location TEXT,
  body TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (caller_id, key)
) STRICT, WITHOUT ROWID;
