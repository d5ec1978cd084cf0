-- A saved question (台账). question is a filter whose tags stand by code and whose days stay relative; seen_by says whether
-- others than the owner see it: area is whoever is bound within or above area_id. restricted: it asks for a restricted tag.
CREATE TABLE ledgers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  about TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL CHECK (subject IN ('people', 'houses', 'buildings', 'shops', 'assets', 'work_orders')),
  question TEXT NOT NULL,
  sentence TEXT,
  template TEXT,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notes)),
  sort TEXT,
  group_by TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(group_by)),
  area_id INTEGER REFERENCES areas (id),
  owner_id INTEGER,
  owner TEXT NOT NULL,
  seen_by TEXT NOT NULL DEFAULT 'area' CHECK (seen_by IN ('owner', 'area')),
  restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
  made_at TEXT NOT NULL,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX ledgers_area ON ledgers (area_id);

-- What a ledger answered on one day, with all that it was asked by, as it was then. areas: what the caller was bound to, NULL
-- for everything. groups: [[[values], committee, grid, rows], …], so that each reader counts only what lies in their areas.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  ledger_id INTEGER NOT NULL REFERENCES ledgers (id),
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  question TEXT NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  sort TEXT,
  group_by TEXT NOT NULL CHECK (json_valid(group_by)),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  made_at TEXT NOT NULL,
  caller_id INTEGER,
  caller TEXT NOT NULL,
  areas TEXT CHECK (areas IS NULL OR json_valid(areas)),
  restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('making', 'done', 'cancelled', 'failed')),
  rows_done INTEGER NOT NULL DEFAULT 0,
  rows_total INTEGER NOT NULL,
  groups TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(groups)),
  previous_run_id INTEGER REFERENCES runs (id),
  finished_at TEXT
) STRICT;
CREATE INDEX runs_ledger ON runs (ledger_id, id);
CREATE INDEX runs_previous ON runs (previous_run_id) WHERE previous_run_id IS NOT NULL;
CREATE INDEX runs_making ON runs (state) WHERE state = 'making';

-- The frozen rows, some hundred a chunk. subjects: their ids, four bytes each, the lowest first; places: the committees and
-- grids in which they lie; rows: [[subject, committee, grid, [cells]], …]. Names are plain, numbers and phones masked.
CREATE TABLE run_chunks (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  n INTEGER NOT NULL,
  subjects BLOB NOT NULL,
  places TEXT NOT NULL,
  rows TEXT NOT NULL,
  PRIMARY KEY (run_id, n)
) STRICT;

-- Ticks and remarks. tagging_id and visit_id: what a tick has written back, so that taking it away takes that back too.
CREATE TABLE run_marks (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  subject_id INTEGER NOT NULL,
  note TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  by_caller TEXT NOT NULL,
  at TEXT NOT NULL,
  carried INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1)),
  tagging_id INTEGER,
  visit_id INTEGER,
  PRIMARY KEY (run_id, subject_id, note)
) STRICT, WITHOUT ROWID;
