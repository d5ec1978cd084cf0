-- kept: a ledger as people keep it. once: made for a single run (POST /v1/runs). request: the question of a data request.
-- The latter two are born retired and stand in no list. kept_until: the last day on which the frozen rows of its runs are there.
ALTER TABLE ledgers ADD COLUMN kind TEXT NOT NULL DEFAULT 'kept' CHECK (kind IN ('kept', 'once', 'request'));
ALTER TABLE ledgers ADD COLUMN kept_until TEXT
  CHECK (kept_until IS NULL OR kept_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
CREATE INDEX ledgers_kept ON ledgers (id) WHERE kind = 'kept';

-- expired_at: when the rows and what was noted on them were deleted, because kept_until was over.
ALTER TABLE runs ADD COLUMN kept_until TEXT
  CHECK (kept_until IS NULL OR kept_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE runs ADD COLUMN expired_at TEXT;
CREATE INDEX runs_kept_until ON runs (kept_until) WHERE kept_until IS NOT NULL AND expired_at IS NULL;

-- An office asks committees for data (向系统要数据). What is asked stands in the ledger; here, for what, by what right (basis),
-- by when, and why although the same data had been asked for before (despite).
CREATE TABLE data_requests (
  id INTEGER PRIMARY KEY,
  ledger_id INTEGER NOT NULL UNIQUE REFERENCES ledgers (id),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  basis TEXT NOT NULL CHECK (basis <> ''),
  unit TEXT NOT NULL,
  due TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  despite TEXT,
  caller_id INTEGER,
  caller TEXT NOT NULL,
  made_at TEXT NOT NULL,
  closed_at TEXT,
  closed_by TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX data_requests_made_at ON data_requests (made_at);

-- What becomes of a request in each committee that it was put to. run_id: the frozen answer. version: a reader's version of the
-- request is its own and those of the committees that the reader sees, so that nobody notices the others.
CREATE TABLE data_request_committees (
  request_id INTEGER NOT NULL REFERENCES data_requests (id),
  area_id INTEGER NOT NULL REFERENCES areas (id),
  state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'seen', 'answered', 'objected')),
  seen_at TEXT,
  seen_by TEXT,
  decided_at TEXT,
  decided_by TEXT,
  reason TEXT,
  run_id INTEGER REFERENCES runs (id),
  version INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (request_id, area_id),
  CHECK (state <> 'answered' OR run_id IS NOT NULL),
  CHECK (state <> 'objected' OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX data_request_committees_area ON data_request_committees (area_id, state);
CREATE INDEX data_request_committees_run ON data_request_committees (run_id) WHERE run_id IS NOT NULL;
