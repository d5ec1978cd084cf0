-- 工单: a 12345 ticket, or a matter that a worker raises. One row an order; what happened to it is in work_order_events.
-- title, text and the like are masked: numbers of people are starred out. *_sealed is the same in full, where anything was.
-- area_id is the smallest area that is sure (grid, committee, else the street): who sees the order.
-- Times are RFC 3339 of one length, so that text order is time order. due_at is moved by extend, supervise and resume;
-- warn_at is when 80 % of the time is gone. The clock (pace) counts allowance_ms from counted_from on.
-- mode, confidence and proposed_… say what dispatch thought when the order came (proposal: the candidates); duty and unit what
-- holds now. corrected: what was dispatched by itself proved wrong. decided_at: when a person last chose duty or unit.
-- responsible(_unit): who accepted first (首问负责), until the street reassigns. worker: who has it in hand.
-- extended, supervised and returned say what has happened once; they are no states of their own.
CREATE TABLE work_orders (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9]*-[0-9]*'),
  source TEXT NOT NULL CHECK (source <> ''),
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('consultation', 'request', 'complaint', 'report', 'suggestion', 'praise')),
  title TEXT NOT NULL CHECK (title <> ''),
  title_sealed BLOB,
  text TEXT NOT NULL,
  text_sealed BLOB,
  category TEXT,
  state TEXT NOT NULL CHECK (state IN ('received', 'dispatched', 'accepted', 'in_progress', 'resolved', 'verified',
    'closed', 'returned', 'suspended', 'rejected', 'merged')),
  urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
  supervised INTEGER NOT NULL DEFAULT 0 CHECK (supervised IN (0, 1)),
  extended INTEGER NOT NULL DEFAULT 0 CHECK (extended IN (0, 1)),
  returned INTEGER NOT NULL DEFAULT 0 CHECK (returned IN (0, 1)),
  duty TEXT,
  unit TEXT,
  mode TEXT NOT NULL CHECK (mode IN ('auto', 'queue')),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  proposal TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(proposal)),
  proposed_duty TEXT,
  proposed_unit TEXT,
  corrected INTEGER NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1)),
  decided_at TEXT,
  responsible_unit TEXT,
  responsible TEXT,
  address TEXT,
  candidates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(candidates)),
  house_id INTEGER REFERENCES houses (id),
  building_id INTEGER REFERENCES buildings (id),
  shop_id INTEGER REFERENCES shops (id),
  committee_id INTEGER REFERENCES areas (id),
  grid_id INTEGER REFERENCES areas (id),
  area_id INTEGER NOT NULL REFERENCES areas (id),
  lat REAL CHECK (lat BETWEEN -90 AND 90),
  lon REAL CHECK (lon BETWEEN -180 AND 180),
  reporter TEXT,
  phone_sealed BLOB,
  phone_key BLOB,
  phone_masked TEXT,
  reported_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  pace TEXT NOT NULL CHECK (pace IN ('working_time', 'every_hour')),
  counted_from TEXT NOT NULL,
  allowance_ms INTEGER NOT NULL,
  first_contact_due_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  warn_at TEXT NOT NULL,
  warned INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1)),
  overdue INTEGER NOT NULL DEFAULT 0 CHECK (overdue IN (0, 1)),
  contacted_at TEXT,
  dispatched_at TEXT,
  accepted_at TEXT,
  resolved_at TEXT,
  verified_at TEXT,
  closed_at TEXT,
  suspended_at TEXT,
  outcome TEXT CHECK (outcome IN ('solved', 'explained')),
  result TEXT,
  result_sealed BLOB,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  solved INTEGER CHECK (solved IN (0, 1)),
  merged_into INTEGER REFERENCES work_orders (id),
  pushed_by INTEGER,
  worker TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  UNIQUE (source, external_id),
  CHECK ((phone_sealed IS NULL) = (phone_key IS NULL)),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK ((state = 'suspended') = (suspended_at IS NOT NULL)),
  CHECK (state IN ('received', 'rejected', 'merged') OR unit IS NOT NULL)
) STRICT;
CREATE INDEX work_orders_house ON work_orders (house_id, reported_at) WHERE house_id IS NOT NULL;
CREATE INDEX work_orders_building ON work_orders (building_id) WHERE building_id IS NOT NULL;
CREATE INDEX work_orders_shop ON work_orders (shop_id) WHERE shop_id IS NOT NULL;
CREATE INDEX work_orders_merged ON work_orders (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX work_orders_received ON work_orders (received_at);
-- Orders whose duty a person has decided: what dispatch learns from.
CREATE INDEX work_orders_decided ON work_orders (decided_at) WHERE decided_at IS NOT NULL;
-- The sweep reads only what has just become late, however many orders there are.
CREATE INDEX work_orders_warn ON work_orders (warn_at) WHERE warned = 0
  AND state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned');
CREATE INDEX work_orders_overdue ON work_orders (due_at) WHERE overdue = 0
  AND state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned');

-- The timeline: one line an event, never changed and never taken away.
CREATE TABLE work_order_events (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES work_orders (id),
  at TEXT NOT NULL,
  by_caller TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action <> ''),
  from_state TEXT,
  to_state TEXT NOT NULL,
  note TEXT,
  note_sealed BLOB,
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail))
) STRICT;
CREATE INDEX work_order_events_order ON work_order_events (order_id, id);
CREATE TRIGGER work_order_events_keep_update BEFORE UPDATE ON work_order_events BEGIN
  SELECT RAISE(ABORT, 'the timeline is append-only');
END;
CREATE TRIGGER work_order_events_keep_delete BEFORE DELETE ON work_order_events BEGIN
  SELECT RAISE(ABORT, 'the timeline is append-only');
END;

-- Who helps (加派): a unit, or a worker by name; the other of the two is empty.
CREATE TABLE work_order_assists (
  order_id INTEGER NOT NULL REFERENCES work_orders (id),
  unit TEXT NOT NULL DEFAULT '',
  worker TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  by_caller TEXT NOT NULL,
  PRIMARY KEY (order_id, unit, worker),
  CHECK ((unit = '') <> (worker = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX work_order_assists_unit ON work_order_assists (unit, order_id);

-- Photos and papers. The content lies sealed in the folder beside the database, under hash as its name.
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES work_orders (id),
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  by_caller TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (order_id, hash)
) STRICT;
