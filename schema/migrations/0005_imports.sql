-- A roster on its way in. The file and its rows hold people's data, so both are sealed. mapping has what was asked for
-- until the header is read, then the columns found; scope says as whom the rows are applied, also after a crash.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('houses', 'people', 'tenancies', 'shops', 'assets', 'taggings')),
  state TEXT NOT NULL CHECK (state IN ('reading', 'matching', 'review', 'applying', 'done', 'cancelled', 'failed')),
  file_name TEXT NOT NULL,
  file_hash BLOB NOT NULL,
  area_id INTEGER REFERENCES areas (id),
  dry_run INTEGER NOT NULL CHECK (dry_run IN (0, 1)),
  auto_apply INTEGER NOT NULL CHECK (auto_apply IN (0, 1)),
  mapping TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(mapping)),
  source TEXT NOT NULL DEFAULT '',
  headers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(headers)),
  scope TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(scope)),
  problem TEXT,
  as_of TEXT NOT NULL,
  caller_id INTEGER,
  caller TEXT NOT NULL,
  rows_read INTEGER NOT NULL DEFAULT 0,
  made_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE import_chunks (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  n INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (import_id, n)
) STRICT;

-- status: what the row would do (create, update, unchanged, review, rejected); applied: it has been done.
CREATE TABLE import_rows (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  n INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'create', 'update', 'unchanged', 'review', 'rejected')),
  applied INTEGER NOT NULL DEFAULT 0 CHECK (applied IN (0, 1)),
  sealed BLOB NOT NULL,
  subject_id INTEGER,
  candidates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(candidates)),
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  decision TEXT CHECK (decision IS NULL OR json_valid(decision)),
  PRIMARY KEY (import_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_status ON import_rows (import_id, status, applied);
CREATE INDEX import_rows_subject ON import_rows (import_id, subject_id) WHERE subject_id IS NOT NULL;
