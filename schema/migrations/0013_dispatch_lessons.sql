-- What people found out about dispatch: what it learns from, in this order. Rows are only added.
-- Of an order, kind says what happened: decided (somebody chose unit or duty), returned (退单, upheld by the street),
-- confirmed (dispatched by itself, and it stayed with its unit to the end, or a 退单 was overruled). seeded: a line of a
-- labelled history, with its own text; the text of an order stays where it is, with its numbers starred out, and its
-- sealed form is never read here.
-- duty and unit are what was right; only the unit where nobody named a duty. wrong_unit: what it was not. proposed_unit
-- and confidence say what dispatch had thought, correct whether that proved right; seeded ones have none of it.
CREATE TABLE dispatch_lessons (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('decided', 'returned', 'confirmed', 'seeded')),
  order_id INTEGER REFERENCES work_orders (id),
  text TEXT,
  digest BLOB,
  category TEXT,
  duty TEXT,
  unit TEXT,
  wrong_unit TEXT,
  proposed_unit TEXT,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  correct INTEGER CHECK (correct IN (0, 1)),
  at TEXT NOT NULL,
  CHECK ((kind = 'seeded') = (order_id IS NULL)),
  CHECK ((order_id IS NULL) = (text IS NOT NULL AND digest IS NOT NULL)),
  CHECK (unit IS NOT NULL OR wrong_unit IS NOT NULL)
) STRICT;
CREATE INDEX dispatch_lessons_order ON dispatch_lessons (order_id, kind) WHERE order_id IS NOT NULL;
-- The same line of the same history is there once.
CREATE UNIQUE INDEX dispatch_lessons_digest ON dispatch_lessons (digest) WHERE digest IS NOT NULL;

-- Models that were trained, the newest last; content is kept of the newest only. It has learnt all lessons up to lessons_to.
-- share is how much it weighs beside the words of the duty list; outcomes are its proposals on lessons that were held
-- back, [[confidence, 0 or 1, unit], …]: what the threshold is chosen from until there are newer ones.
CREATE TABLE dispatch_models (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by_caller TEXT NOT NULL,
  lessons_to INTEGER NOT NULL,
  share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
  outcomes TEXT NOT NULL CHECK (json_valid(outcomes)),
  report TEXT NOT NULL CHECK (json_valid(report)),
  content BLOB
) STRICT;

-- Precision and coverage of a year without a look at the orders themselves.
CREATE INDEX work_orders_quality ON work_orders (
  received_at, mode, corrected, state, returned, area_id, unit, proposed_unit, decided_at);
-- Steps of all orders, the newest first, as other systems poll them.
CREATE INDEX work_order_events_at ON work_order_events (at);

-- What nobody asks by any more.
DROP INDEX work_orders_decided;
