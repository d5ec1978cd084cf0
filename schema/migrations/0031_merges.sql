-- Two rows of one person made one: which was kept and which ended, and, sealed, all that it takes to put both back.
-- gone_houses are those where the one who ended had lived: who sees none of them hears nothing of the merge.
CREATE TABLE merges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kept_id INTEGER NOT NULL,
  gone_id INTEGER NOT NULL,
  kept_name TEXT NOT NULL,
  gone_name TEXT NOT NULL,
  gone_houses TEXT NOT NULL CHECK (json_valid(gone_houses)),
  state_sealed BLOB,
  made_at TEXT NOT NULL,
  by_caller TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
  CHECK ((undone_at IS NULL) = (state_sealed IS NOT NULL))
) STRICT;
CREATE INDEX merges_kept ON merges (kept_id);
CREATE INDEX merges_gone ON merges (gone_id);
