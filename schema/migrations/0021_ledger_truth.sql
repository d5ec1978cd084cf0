-- areas: where a ledger asks and who sees it, as a JSON array of area ids; NULL is area_id, or everywhere where that is NULL too.
-- row_limit: so many rows of the order at most (前20名). keep_days: for how many days the rows of its runs are there; NULL is the
-- usual. explanation: the question in Chinese as it was understood when it was saved, for the day on which it no longer reads.
ALTER TABLE ledgers ADD COLUMN areas TEXT CHECK (areas IS NULL OR json_valid(areas));
ALTER TABLE ledgers ADD COLUMN row_limit INTEGER CHECK (row_limit > 0);
ALTER TABLE ledgers ADD COLUMN keep_days INTEGER CHECK (keep_days > 0);
ALTER TABLE ledgers ADD COLUMN explanation TEXT NOT NULL DEFAULT '';

-- deleted_at: when somebody deleted the run; its row stays for what refers to it. previous_run_id is not read any more: the run
-- before is found by as_of, whatever the order in which runs were made.
ALTER TABLE runs ADD COLUMN row_limit INTEGER CHECK (row_limit > 0);
ALTER TABLE runs ADD COLUMN explanation TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN deleted_at TEXT;
CREATE INDEX runs_as_of ON runs (ledger_id, as_of, id);

-- Runs of kept ledgers have lain for ever: from now on a year and a bit from the day on which they were made.
UPDATE runs SET kept_until = date(substr(made_at, 1, 10), '+400 days')
  WHERE kept_until IS NULL AND ledger_id IN (SELECT id FROM ledgers WHERE kind = 'kept');

-- A mark belongs to the run in which it was made; later runs of the ledger look it up. The value null says that there is nothing
-- any more, against what an earlier run says.
CREATE INDEX run_marks_subject ON run_marks (subject_id, run_id);

-- Of which rows a ledger's schedule has told, after its last run: four bytes a subject, the lowest first. It outlives the
-- schedule and the run, so that neither a schedule set again nor a deleted run makes old rows new.
CREATE TABLE ledger_reminded (
  ledger_id INTEGER PRIMARY KEY REFERENCES ledgers (id),
  subjects BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- why: the ledger's question and what brought the row there, in Chinese. since: the day of the run that had it first.
ALTER TABLE reminders ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE reminders ADD COLUMN since TEXT
  CHECK (since IS NULL OR since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
