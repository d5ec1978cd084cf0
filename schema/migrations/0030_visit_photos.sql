-- Files hang on a work order or on a visit.
CREATE TABLE attachments_of_both (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER REFERENCES work_orders (id),
  visit_id INTEGER REFERENCES visits (id),
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  by_caller TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((order_id IS NULL) <> (visit_id IS NULL)),
  UNIQUE (order_id, hash),
  UNIQUE (visit_id, hash)
) STRICT;

-- An id that was given is not given again.
INSERT INTO sqlite_sequence (name, seq) SELECT 'attachments_of_both', seq FROM sqlite_sequence WHERE name = 'attachments';

INSERT INTO attachments_of_both (id, order_id, name, type, size, hash, by_caller, at)
SELECT id, order_id, name, type, size, hash, by_caller, at FROM attachments;

DROP TABLE attachments;
ALTER TABLE attachments_of_both RENAME TO attachments;
