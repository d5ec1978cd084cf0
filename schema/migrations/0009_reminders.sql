-- When a ledger is made by itself: one schedule a ledger. minute is the time of day in Shanghai; weekday 1 (Monday) to 7; day of
-- the month, the last one where a month lacks it; month 1 to 3 of the quarter. days_before: a reminder so many days before the
-- day in the ledger's column field. existing: whether the first run reminds of all rows. next_due_at: the occasion that comes
-- next, moved in the transaction that makes its reminders. last_run_id: what the next run's rows are new against.
-- problem: the code of what the last occasion failed by.
CREATE TABLE schedules (
  id INTEGER PRIMARY KEY,
  ledger_id INTEGER NOT NULL UNIQUE REFERENCES ledgers (id),
  kind TEXT NOT NULL CHECK (kind IN ('daily', 'weekly', 'monthly', 'quarterly', 'days_before')),
  minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
  day INTEGER CHECK (day BETWEEN 1 AND 31),
  month INTEGER CHECK (month BETWEEN 1 AND 3),
  days INTEGER CHECK (days BETWEEN 0 AND 366),
  field TEXT,
  existing INTEGER NOT NULL DEFAULT 1 CHECK (existing IN (0, 1)),
  next_due_at TEXT NOT NULL,
  last_run_at TEXT,
  last_run_id INTEGER REFERENCES runs (id),
  problem TEXT,
  made_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((kind = 'weekly') = (weekday IS NOT NULL)),
  CHECK ((kind IN ('monthly', 'quarterly')) = (day IS NOT NULL)),
  CHECK ((kind = 'quarterly') = (month IS NOT NULL)),
  CHECK ((kind = 'days_before') = (days IS NOT NULL)),
  CHECK ((kind = 'days_before') = (field IS NOT NULL))
) STRICT;
CREATE INDEX schedules_due ON schedules (next_due_at);
CREATE INDEX schedules_run ON schedules (last_run_id) WHERE last_run_id IS NOT NULL;

-- 数字吹哨: a new row of a scheduled ledger, and who is to see to it: an area's callers, a unit's, or one caller; none of the
-- three for the unbound alone. place_id: where the row lies (grid, else committee), which bounds who may know of it.
-- title and text are masked. occurrence: the day that the reminder is about (days_before), else the run's day; the same row is
-- not told of twice for it. passed is a reminder that somebody else has been given and has not read.
CREATE TABLE reminders (
  id INTEGER PRIMARY KEY,
  ledger_id INTEGER NOT NULL REFERENCES ledgers (id),
  run_id INTEGER NOT NULL REFERENCES runs (id),
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  occurrence TEXT NOT NULL,
  due TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
  place_id INTEGER REFERENCES areas (id),
  area_id INTEGER REFERENCES areas (id),
  unit TEXT,
  caller_id INTEGER REFERENCES callers (id),
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'read', 'passed', 'done')),
  note TEXT,
  made_at TEXT NOT NULL,
  read_at TEXT,
  read_by TEXT,
  passed_at TEXT,
  passed_by TEXT,
  done_at TEXT,
  done_by TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  UNIQUE (ledger_id, subject_id, occurrence),
  CHECK ((area_id IS NOT NULL) + (unit IS NOT NULL) + (caller_id IS NOT NULL) <= 1),
  CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;
CREATE INDEX reminders_run ON reminders (run_id);
CREATE INDEX reminders_state ON reminders (state);
CREATE INDEX reminders_place ON reminders (place_id, state);
CREATE INDEX reminders_area ON reminders (area_id, state);
CREATE INDEX reminders_unit ON reminders (unit, state) WHERE unit IS NOT NULL;
CREATE INDEX reminders_caller ON reminders (caller_id, state) WHERE caller_id IS NOT NULL;

-- Whom another system has told us to call, and about what: events is a JSON array. What is told is what caller_id may see.
CREATE TABLE webhooks (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  url TEXT NOT NULL CHECK (url <> ''),
  secret_sealed BLOB NOT NULL,
  events TEXT NOT NULL CHECK (json_valid(events)),
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX webhooks_caller ON webhooks (caller_id);

-- The outbox: written in the transaction of what it tells of. uid is the same at every attempt, and so is the body.
CREATE TABLE webhook_deliveries (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  webhook_id INTEGER NOT NULL REFERENCES webhooks (id),
  event TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  made_at TEXT NOT NULL,
  next_at TEXT NOT NULL,
  last_at TEXT,
  last_status INTEGER,
  last_error TEXT,
  ended_at TEXT,
  CHECK ((state = 'pending') = (ended_at IS NULL))
) STRICT;
CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_next ON webhook_deliveries (webhook_id, next_at) WHERE state = 'pending';
CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (ended_at) WHERE ended_at IS NOT NULL;
