-- A screen on a wall (wall): a token that reads the figures of the dashboard and nothing else, so that it may hang in the open.
-- The words of a CHECK cannot be changed in place: the table is made anew, as SQLite's own manual has it.
CREATE TABLE callers_with_walls (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('user', 'system')),
  title TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN
    ('admin', 'auditor', 'street', 'secretary', 'worker', 'department', 'integration', 'resident', 'wall')),
  unit TEXT,
  password_hash TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK (role <> 'wall' OR kind = 'system')
) STRICT;
INSERT INTO callers_with_walls (id, name, kind, title, role, unit, password_hash, failures, locked_until, disabled, version,
    updated_at)
  SELECT id, name, kind, title, role, unit, password_hash, failures, locked_until, disabled, version, updated_at FROM callers;
DROP TABLE callers;
ALTER TABLE callers_with_walls RENAME TO callers;
