-- Whose names and numbers a caller was shown in full, counted in people over an hour that slides: durable, so that a restart
-- gives nobody a new hour. subject is a row (people:7) or, of a number that belongs to nobody in sight, a keyed hash of it.
-- Written in the transaction of the audit line. at: milliseconds since 1970, of the last time.
CREATE TABLE reveals (
  caller_id INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  people INTEGER NOT NULL CHECK (people > 0),
  at INTEGER NOT NULL,
  PRIMARY KEY (caller_id, subject)
) STRICT, WITHOUT ROWID;

-- What a second person has been asked to allow beyond that number: of one run, of all runs of one ledger while it asks the
-- question that it asked then, or of all runs of one question (its text, without anybody's number). fields are names of columns; people the most that may be shown
-- in all; until the last day. areas are those of whoever asks, nil for everything: who decides has them all.
CREATE TABLE reveal_approvals (
  id INTEGER PRIMARY KEY,
  run_id INTEGER REFERENCES runs (id),
  ledger_id INTEGER REFERENCES ledgers (id),
  question_subject TEXT,
  question TEXT,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  people INTEGER NOT NULL CHECK (people > 0),
  until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  caller_id INTEGER NOT NULL,
  caller TEXT NOT NULL,
  role TEXT NOT NULL,
  areas TEXT CHECK (areas IS NULL OR json_valid(areas)),
  made_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'refused', 'revoked')),
  decided_by_id INTEGER,
  decided_by TEXT,
  decided_at TEXT,
  note TEXT,
  revoked_by TEXT,
  revoked_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((run_id IS NOT NULL) + (ledger_id IS NOT NULL) + (question_subject IS NOT NULL) = 1),
  CHECK ((question IS NULL) = (run_id IS NOT NULL)),
  CHECK ((state IN ('approved', 'refused')) <= (decided_by_id IS NOT NULL AND decided_by_id <> caller_id))
) STRICT;
CREATE INDEX reveal_approvals_run ON reveal_approvals (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX reveal_approvals_ledger ON reveal_approvals (ledger_id) WHERE ledger_id IS NOT NULL;
CREATE INDEX reveal_approvals_caller ON reveal_approvals (caller_id, state);

-- Who has been shown by an approval: it ends with its number of people, however often it is used.
CREATE TABLE approved_reveals (
  approval_id INTEGER NOT NULL REFERENCES reveal_approvals (id),
  subject TEXT NOT NULL CHECK (subject <> ''),
  people INTEGER NOT NULL CHECK (people > 0),
  PRIMARY KEY (approval_id, subject)
) STRICT, WITHOUT ROWID;

-- The mark that every exported file bears, and the line of the audit log that tells of it.
CREATE TABLE export_marks (
  mark TEXT PRIMARY KEY CHECK (mark <> ''),
  audit_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The texts that people type, in full, where they hold numbers of people: the column itself holds the text with these
-- starred out. subject and subject_id say of which row, field of which column.
CREATE TABLE sealed_texts (
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  sealed BLOB NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (subject, subject_id, field)
) STRICT, WITHOUT ROWID;

-- First three and last four digits beside the birth date left no more than a guess: the first three and the last one.
UPDATE people SET id_number_masked = substr(id_number_masked, 1, 3) || '**************' || substr(id_number_masked, 18)
  WHERE length(id_number_masked) = 18 AND substr(id_number_masked, 4, 11) = '***********';
UPDATE people SET id_number_masked = substr(id_number_masked, 1, 3) || '***********' || substr(id_number_masked, 15)
  WHERE length(id_number_masked) = 15 AND substr(id_number_masked, 4, 8) = '********';
UPDATE OR REPLACE claims SET value = substr(value, 1, 3) || '**************' || substr(value, 18)
  WHERE field = 'id_number' AND length(value) = 18 AND substr(value, 4, 11) = '***********';
UPDATE OR REPLACE claims SET value = substr(value, 1, 3) || '***********' || substr(value, 15)
  WHERE field = 'id_number' AND length(value) = 15 AND substr(value, 4, 8) = '********';
