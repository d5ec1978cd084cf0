CREATE TRIGGER audit_keep_delete BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_keep_update BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER buildings_grid_insert BEFORE INSERT ON buildings
  WHEN NEW.grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = NEW.grid_id) IS NOT NEW.committee_id BEGIN
  SELECT RAISE(ABORT, 'the grid is not one of the committee');
END;

CREATE TRIGGER buildings_grid_update BEFORE UPDATE OF committee_id, grid_id ON buildings
  WHEN NEW.grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = NEW.grid_id) IS NOT NEW.committee_id BEGIN
  SELECT RAISE(ABORT, 'the grid is not one of the committee');
END;

CREATE TRIGGER campaign_entries_count_insert AFTER INSERT ON campaign_entries BEGIN
  INSERT INTO campaign_counts VALUES (
    NEW.campaign_id, NEW.round, coalesce(NEW.committee_id, 0), coalesce(NEW.grid_id, 0), coalesce(NEW.by_caller, ''), NEW.state, NEW.is_last,
    1, coalesce(NEW.quantity, 0), NEW.expected)
  ON CONFLICT DO UPDATE SET entries = entries + 1, quantity = quantity + excluded.quantity,
    expected = expected + excluded.expected;
  INSERT INTO campaign_building_counts VALUES (
    NEW.campaign_id, coalesce(NEW.building_id, 0), NEW.round, coalesce(NEW.committee_id, 0), coalesce(NEW.grid_id, 0), NEW.state, NEW.is_last,
    1, coalesce(NEW.quantity, 0), NEW.expected)
  ON CONFLICT DO UPDATE SET entries = entries + 1, quantity = quantity + excluded.quantity,
    expected = expected + excluded.expected;
END;

CREATE TRIGGER campaign_entries_count_update
AFTER UPDATE OF state, quantity, expected, by_caller, is_last, committee_id, grid_id, building_id ON campaign_entries BEGIN
  UPDATE campaign_counts SET entries = entries - 1, quantity = quantity - coalesce(OLD.quantity, 0),
    expected = expected - OLD.expected
  WHERE campaign_id = OLD.campaign_id AND round = OLD.round AND committee_id = coalesce(OLD.committee_id, 0) AND grid_id = coalesce(OLD.grid_id, 0)
    AND worker = coalesce(OLD.by_caller, '') AND state = OLD.state AND is_last = OLD.is_last;
  INSERT INTO campaign_counts VALUES (
    NEW.campaign_id, NEW.round, coalesce(NEW.committee_id, 0), coalesce(NEW.grid_id, 0), coalesce(NEW.by_caller, ''), NEW.state, NEW.is_last,
    1, coalesce(NEW.quantity, 0), NEW.expected)
  ON CONFLICT DO UPDATE SET entries = entries + 1, quantity = quantity + excluded.quantity,
    expected = expected + excluded.expected;
  DELETE FROM campaign_counts
  WHERE campaign_id = OLD.campaign_id AND round = OLD.round AND committee_id = coalesce(OLD.committee_id, 0) AND grid_id = coalesce(OLD.grid_id, 0)
    AND worker = coalesce(OLD.by_caller, '') AND state = OLD.state AND is_last = OLD.is_last AND entries = 0;
  UPDATE campaign_building_counts SET entries = entries - 1, quantity = quantity - coalesce(OLD.quantity, 0),
    expected = expected - OLD.expected
  WHERE campaign_id = OLD.campaign_id AND building_id = coalesce(OLD.building_id, 0) AND round = OLD.round AND committee_id = coalesce(OLD.committee_id, 0)
    AND grid_id = coalesce(OLD.grid_id, 0) AND state = OLD.state AND is_last = OLD.is_last;
  INSERT INTO campaign_building_counts VALUES (
    NEW.campaign_id, coalesce(NEW.building_id, 0), NEW.round, coalesce(NEW.committee_id, 0), coalesce(NEW.grid_id, 0), NEW.state, NEW.is_last,
    1, coalesce(NEW.quantity, 0), NEW.expected)
  ON CONFLICT DO UPDATE SET entries = entries + 1, quantity = quantity + excluded.quantity,
    expected = expected + excluded.expected;
  DELETE FROM campaign_building_counts
  WHERE campaign_id = OLD.campaign_id AND building_id = coalesce(OLD.building_id, 0) AND round = OLD.round AND committee_id = coalesce(OLD.committee_id, 0)
    AND grid_id = coalesce(OLD.grid_id, 0) AND state = OLD.state AND is_last = OLD.is_last AND entries = 0;
END;

CREATE TRIGGER houses_grid_insert BEFORE INSERT ON houses
  WHEN NEW.grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = NEW.grid_id) IS NOT NEW.committee_id BEGIN
  SELECT RAISE(ABORT, 'the grid is not one of the committee');
END;

CREATE TRIGGER houses_grid_update BEFORE UPDATE OF committee_id, grid_id ON houses
  WHEN NEW.grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = NEW.grid_id) IS NOT NEW.committee_id BEGIN
  SELECT RAISE(ABORT, 'the grid is not one of the committee');
END;

CREATE TRIGGER occupancies_apart_insert BEFORE INSERT ON occupancies
WHEN (NEW.since IS NULL OR NEW.until IS NULL OR NEW.since < NEW.until) AND EXISTS (
  SELECT 1 FROM occupancies o WHERE ((o.person_id = NEW.person_id) OR (o.shop_id = NEW.shop_id))
    AND +o.house_id = NEW.house_id AND o.role = NEW.role
    AND (o.since IS NULL OR o.until IS NULL OR o.since < o.until)
    AND (NEW.until IS NULL OR o.since IS NULL OR o.since < NEW.until)
    AND (o.until IS NULL OR NEW.since IS NULL OR NEW.since < o.until))
BEGIN
  SELECT RAISE(ABORT, 'a link of one kind is there once a day');
END;

CREATE TRIGGER occupancies_apart_update BEFORE UPDATE OF since, until, role, house_id ON occupancies
WHEN (NEW.since IS NULL OR NEW.until IS NULL OR NEW.since < NEW.until) AND EXISTS (
  SELECT 1 FROM occupancies o WHERE o.id <> NEW.id
    AND ((o.person_id = NEW.person_id) OR (o.shop_id = NEW.shop_id))
    AND +o.house_id = NEW.house_id AND o.role = NEW.role
    AND (o.since IS NULL OR o.until IS NULL OR o.since < o.until)
    AND (NEW.until IS NULL OR o.since IS NULL OR o.since < NEW.until)
    AND (o.until IS NULL OR NEW.since IS NULL OR NEW.since < o.until))
BEGIN
  SELECT RAISE(ABORT, 'a link of one kind is there once a day');
END;

CREATE TRIGGER people_life_insert BEFORE INSERT ON people WHEN NEW.death_date < NEW.birth_date
BEGIN
  SELECT RAISE(ABORT, 'nobody dies before they are born');
END;

CREATE TRIGGER people_life_update BEFORE UPDATE OF birth_date, death_date ON people
WHEN NEW.death_date < NEW.birth_date
BEGIN
  SELECT RAISE(ABORT, 'nobody dies before they are born');
END;

CREATE TRIGGER schedules_count_on AFTER DELETE ON schedules
BEGIN
  UPDATE ledgers SET last_schedule_version = OLD.version WHERE id = OLD.ledger_id;
END;

CREATE TRIGGER taggings_apart_insert BEFORE INSERT ON taggings
WHEN (NEW.until IS NULL OR NEW.since < NEW.until) AND EXISTS (
  SELECT 1 FROM taggings t WHERE t.tag_id = NEW.tag_id
    AND ((t.person_id = NEW.person_id) OR (t.house_id = NEW.house_id) OR (t.shop_id = NEW.shop_id)
      OR (t.building_id = NEW.building_id))
    AND (t.until IS NULL OR t.since < t.until)
    AND (NEW.until IS NULL OR t.since < NEW.until) AND (t.until IS NULL OR NEW.since < t.until))
BEGIN
  SELECT RAISE(ABORT, 'a tag is on a subject once a day');
END;

CREATE TRIGGER taggings_apart_update BEFORE UPDATE OF since, until, tag_id ON taggings
WHEN (NEW.until IS NULL OR NEW.since < NEW.until) AND EXISTS (
  SELECT 1 FROM taggings t WHERE t.tag_id = NEW.tag_id AND t.id <> NEW.id
    AND ((t.person_id = NEW.person_id) OR (t.house_id = NEW.house_id) OR (t.shop_id = NEW.shop_id)
      OR (t.building_id = NEW.building_id))
    AND (t.until IS NULL OR t.since < t.until)
    AND (NEW.until IS NULL OR t.since < NEW.until) AND (t.until IS NULL OR NEW.since < t.until))
BEGIN
  SELECT RAISE(ABORT, 'a tag is on a subject once a day');
END;

CREATE TRIGGER work_order_events_keep_delete BEFORE DELETE ON work_order_events BEGIN
  SELECT RAISE(ABORT, 'the timeline is append-only');
END;

CREATE TRIGGER work_order_events_keep_update
BEFORE UPDATE OF id, order_id, at, by_caller, action, from_state, to_state, note, detail ON work_order_events BEGIN
  SELECT RAISE(ABORT, 'the timeline is append-only');
END;

CREATE TABLE admissions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  from_unit TEXT NOT NULL CHECK (from_unit <> ''),
  proposed_unit TEXT,
  basis TEXT,
  verdict TEXT NOT NULL CHECK (verdict IN ('own', 'assisted', 'no_basis', 'forbidden')),
  matches TEXT NOT NULL CHECK (json_valid(matches)),
  advice TEXT NOT NULL,
  decision TEXT CHECK (decision IN ('accept', 'refuse')),
  reason TEXT,
  decided_by TEXT,
  decided_at TEXT,
  caller_id INTEGER,
  caller TEXT NOT NULL,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK (decision IS NOT 'refuse' OR reason IS NOT NULL)
) STRICT;

CREATE TABLE aliases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  district_id INTEGER NOT NULL REFERENCES areas (id),
  name TEXT NOT NULL,
  folded TEXT NOT NULL CHECK (folded <> ''),
  compound_id INTEGER REFERENCES compounds (id),
  building_id INTEGER REFERENCES buildings (id),
  house_id INTEGER REFERENCES houses (id),
  CHECK ((compound_id IS NOT NULL) + (building_id IS NOT NULL) + (house_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE approved_reveals (
  approval_id INTEGER NOT NULL REFERENCES reveal_approvals (id),
  subject TEXT NOT NULL CHECK (subject <> ''),
  people INTEGER NOT NULL CHECK (people > 0),
  PRIMARY KEY (approval_id, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE areas (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  level TEXT NOT NULL CHECK (level IN ('city', 'district', 'subdistrict', 'committee', 'grid')),
  parent_id INTEGER REFERENCES areas (id),
  CHECK ((level = 'city') = (parent_id IS NULL)),
  UNIQUE (parent_id, name)
) STRICT;

CREATE TABLE assets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  code TEXT NOT NULL CHECK (code <> ''),
  building_id INTEGER REFERENCES buildings (id),
  house_id INTEGER REFERENCES houses (id),
  status TEXT,
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((building_id IS NULL) <> (house_id IS NULL)),
  UNIQUE (kind, code)
) STRICT;

CREATE TABLE "attachments" (
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

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  caller_id INTEGER,
  caller TEXT NOT NULL,
  role TEXT NOT NULL,
  origin TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT,
  subject_id INTEGER,
  reason TEXT,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  prev_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE buildings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  district_id INTEGER NOT NULL REFERENCES areas (id),
  committee_id INTEGER NOT NULL REFERENCES areas (id),
  grid_id INTEGER REFERENCES areas (id),
  compound_id INTEGER REFERENCES compounds (id),
  address TEXT NOT NULL CHECK (address <> ''),
  road TEXT NOT NULL,
  lane TEXT,
  sublane TEXT,
  number TEXT,
  building TEXT,
  storeys INTEGER CHECK (storeys BETWEEN 1 AND 200),
  built INTEGER CHECK (built BETWEEN 1800 AND 2200),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL, lat REAL CHECK (lat BETWEEN -90 AND 90), lon REAL CHECK (lon BETWEEN -180 AND 180), flue TEXT CHECK (flue IN ('none', 'shared', 'own')),
  UNIQUE (district_id, address)
) STRICT;

CREATE TABLE caller_areas (
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  area_id INTEGER NOT NULL REFERENCES areas (id),
  PRIMARY KEY (caller_id, area_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE callers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('user', 'system')),
  title TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN
    ('admin', 'auditor', 'street', 'secretary', 'worker', 'department', 'integration', 'resident', 'wall')),
  unit TEXT,
  password_hash TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK (role <> 'wall' OR kind = 'system')
) STRICT;

CREATE TABLE campaign_building_counts (
  campaign_id INTEGER NOT NULL,
  building_id INTEGER NOT NULL,
  round INTEGER NOT NULL,
  committee_id INTEGER NOT NULL,
  grid_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  is_last INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, building_id, round, committee_id, grid_id, state, is_last)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign_counts (
  campaign_id INTEGER NOT NULL,
  round INTEGER NOT NULL,
  committee_id INTEGER NOT NULL,
  grid_id INTEGER NOT NULL,
  worker TEXT NOT NULL,
  state TEXT NOT NULL,
  is_last INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, round, committee_id, grid_id, worker, state, is_last)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  round INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  house_id INTEGER,
  building_id INTEGER,
  committee_id INTEGER,
  grid_id INTEGER,
  name TEXT,
  address TEXT,
  expected INTEGER NOT NULL CHECK (expected >= 0),
  is_last INTEGER NOT NULL DEFAULT 1 CHECK (is_last IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'given', 'partly', 'refused', 'nobody_home', 'moved_away', 'collected')),
  quantity INTEGER CHECK (quantity >= 1),
  note TEXT,
  code TEXT,
  given_on TEXT CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  by_caller TEXT,
  at TEXT,
  collected_by TEXT,
  relation TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  UNIQUE (campaign_id, round, subject_id),
  UNIQUE (campaign_id, round, position),
  CHECK ((state = 'waiting') = (given_on IS NULL)),
  CHECK ((state = 'waiting') = (by_caller IS NULL)),
  CHECK ((quantity IS NOT NULL) = (state IN ('given', 'partly', 'collected'))),
  CHECK ((state = 'collected') = (collected_by IS NOT NULL))
) STRICT;

CREATE TABLE campaign_rounds (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  round INTEGER NOT NULL CHECK (round >= 1),
  follows INTEGER CHECK (follows < round),
  caller TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (campaign_id, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  item TEXT NOT NULL CHECK (item <> ''),
  rule TEXT NOT NULL CHECK (rule IN ('each', 'per_resident')),
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
  since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  collectors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(collectors)),
  ledger_id INTEGER NOT NULL UNIQUE REFERENCES ledgers (id),
  run_id INTEGER NOT NULL UNIQUE REFERENCES runs (id),
  caller TEXT NOT NULL,
  made_at TEXT NOT NULL,
  closed_at TEXT,
  closed_by TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK (since <= until),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete'))
) STRICT;

CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER REFERENCES people (id),
  house_id INTEGER REFERENCES houses (id),
  shop_id INTEGER REFERENCES shops (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  made_at TEXT NOT NULL, value_sealed BLOB,
  CHECK ((person_id IS NOT NULL) + (house_id IS NOT NULL) + (shop_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE compounds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  district_id INTEGER NOT NULL REFERENCES areas (id),
  road TEXT NOT NULL,
  lane TEXT NOT NULL,
  name TEXT,
  UNIQUE (district_id, road, lane)
) STRICT;

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

CREATE TABLE data_requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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

CREATE TABLE datasets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL CHECK (subject IN ('person', 'house', 'shop', 'building')),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  about TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
, owner_id INTEGER REFERENCES areas (id)) STRICT;

CREATE TABLE dispatch_lessons (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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

CREATE TABLE dispatch_models (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  by_caller TEXT NOT NULL,
  lessons_to INTEGER NOT NULL,
  share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
  outcomes TEXT NOT NULL CHECK (json_valid(outcomes)),
  report TEXT NOT NULL CHECK (json_valid(report)),
  content BLOB
) STRICT;

CREATE TABLE duties (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
, owner_id INTEGER REFERENCES areas (id)) STRICT;

CREATE TABLE duty_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  duty_id INTEGER NOT NULL REFERENCES duties (id),
  since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  category TEXT NOT NULL CHECK (category <> ''),
  subcategory TEXT NOT NULL CHECK (subcategory <> ''),
  keywords TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keywords)),
  unless TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(unless)),
  unit TEXT NOT NULL CHECK (unit <> ''),
  co_units TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(co_units)),
  basis TEXT NOT NULL DEFAULT '',
  basis_kind TEXT NOT NULL CHECK (basis_kind IN ('law', 'analogy', 'topic', 'office_rule', 'practice')),
  level TEXT NOT NULL CHECK (level IN ('committee', 'street', 'district', 'city', 'enterprise')),
  deadline_days INTEGER NOT NULL CHECK (deadline_days BETWEEN 0 AND 365),
  urgent_hours INTEGER CHECK (urgent_hours BETWEEN 1 AND 720),
  by_caller TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CHECK (until IS NULL OR since <= until),
  UNIQUE (duty_id, since)
) STRICT;

CREATE TABLE export_marks (
  mark TEXT PRIMARY KEY CHECK (mark <> ''),
  audit_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hotspot_notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL CHECK (key <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  text TEXT NOT NULL,
  orders TEXT NOT NULL CHECK (json_valid(orders)),
  area_id INTEGER NOT NULL REFERENCES areas (id),
  work_order_id INTEGER REFERENCES work_orders (id),
  by_caller TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE house_moves (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  house_id INTEGER NOT NULL REFERENCES houses (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE houses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  building_id INTEGER NOT NULL REFERENCES buildings (id),
  district_id INTEGER NOT NULL REFERENCES areas (id),
  committee_id INTEGER NOT NULL REFERENCES areas (id),
  grid_id INTEGER REFERENCES areas (id),
  address TEXT NOT NULL CHECK (address <> ''),
  room TEXT,
  kind TEXT NOT NULL DEFAULT 'dwelling' CHECK (kind IN ('dwelling', 'shopfront', 'office', 'other')),
  area_m2 REAL CHECK (area_m2 > 0),
  built INTEGER CHECK (built BETWEEN 1800 AND 2200),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL, area_source TEXT, structure TEXT
  CHECK (structure IN ('timber', 'brick_timber', 'brick_concrete', 'concrete', 'steel', 'other')), floor INTEGER CHECK (floor BETWEEN -5 AND 200),
  UNIQUE (district_id, address)
) STRICT;

CREATE TABLE idempotency (
  caller_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  status INTEGER NOT NULL,
  location TEXT,
  body TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (caller_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_steps (
  caller_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  -- Which of the request's transactions it was, from 0.
  step INTEGER NOT NULL CHECK (step >= 0),
  -- NULL where it cannot be kept.
  result_sealed BLOB,
  PRIMARY KEY (caller_id, key, step),
  FOREIGN KEY (caller_id, key) REFERENCES idempotency (caller_id, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE import_chunks (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  n INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (import_id, n)
) STRICT;

CREATE TABLE import_effects (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  n INTEGER NOT NULL,
  sealed BLOB,
  held_by TEXT,
  PRIMARY KEY (import_id, n)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE import_undos (
  import_id INTEGER PRIMARY KEY REFERENCES imports (id),
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped')),
  next_n INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  caller_id INTEGER,
  caller TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  done_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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
, sheet TEXT NOT NULL DEFAULT '', layout TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(layout))) STRICT;

CREATE TABLE leavings (
  seq INTEGER NOT NULL,
  area INTEGER,
  unit TEXT,
  CHECK ((area IS NOT NULL) + (unit IS NOT NULL) = 1)
) STRICT;

CREATE TABLE ledger_reminded (
  ledger_id INTEGER PRIMARY KEY REFERENCES ledgers (id),
  subjects BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ledgers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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
, kind TEXT NOT NULL DEFAULT 'kept' CHECK (kind IN ('kept', 'once', 'request')), kept_until TEXT
  CHECK (kept_until IS NULL OR kept_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), last_schedule_version INTEGER NOT NULL DEFAULT 0, areas TEXT CHECK (areas IS NULL OR json_valid(areas)), row_limit INTEGER CHECK (row_limit > 0), keep_days INTEGER CHECK (keep_days > 0), explanation TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE login_sources (
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  source TEXT NOT NULL CHECK (source <> ''),
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  locked_until TEXT,
  last_at TEXT NOT NULL,
  succeeded_at TEXT,
  PRIMARY KEY (caller_id, source)
) STRICT, WITHOUT ROWID;

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
  undone_by TEXT, kept_houses TEXT NOT NULL DEFAULT '[]',
  CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
  CHECK ((undone_at IS NULL) = (state_sealed IS NOT NULL))
) STRICT;

CREATE TABLE occupancies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  house_id INTEGER NOT NULL REFERENCES houses (id),
  person_id INTEGER REFERENCES people (id),
  shop_id INTEGER REFERENCES shops (id),
  role TEXT NOT NULL CHECK (role IN ('owner', 'family', 'tenant', 'operator')),
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((person_id IS NULL) <> (shop_id IS NULL)),
  CHECK (since IS NULL OR until IS NULL OR since <= until)
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  sex TEXT CHECK (sex IN ('男', '女')),
  birth_date TEXT CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  death_date TEXT CHECK (death_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  id_kind TEXT,
  id_number_sealed BLOB,
  id_number_key BLOB UNIQUE,
  id_number_masked TEXT,
  phone_sealed BLOB,
  phone_key BLOB,
  phone_masked TEXT,
  hukou TEXT CHECK (hukou IN ('本市', '外省市', '港澳台', '外籍')),
  ethnicity TEXT,
  education TEXT,
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((id_number_sealed IS NULL) = (id_number_key IS NULL)),
  CHECK ((phone_sealed IS NULL) = (phone_key IS NULL))
) STRICT;

CREATE TABLE records (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset_id INTEGER NOT NULL REFERENCES datasets (id),
  person_id INTEGER REFERENCES people (id),
  house_id INTEGER REFERENCES houses (id),
  shop_id INTEGER REFERENCES shops (id),
  building_id INTEGER REFERENCES buildings (id),
  data TEXT NOT NULL CHECK (json_valid(data)),
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((person_id IS NOT NULL) + (house_id IS NOT NULL) + (shop_id IS NOT NULL) + (building_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE reminders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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
  updated_at TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', since TEXT
  CHECK (since IS NULL OR since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (ledger_id, subject_id, occurrence),
  CHECK ((area_id IS NOT NULL) + (unit IS NOT NULL) + (caller_id IS NOT NULL) <= 1),
  CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;

CREATE TABLE reveal_approvals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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

CREATE TABLE "reveals" (
  caller_id INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  people INTEGER NOT NULL CHECK (people >= 0),
  at INTEGER NOT NULL,
  PRIMARY KEY (caller_id, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_chunks (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  n INTEGER NOT NULL,
  subjects BLOB NOT NULL,
  places TEXT NOT NULL,
  rows TEXT NOT NULL,
  PRIMARY KEY (run_id, n)
) STRICT;

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

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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
, kept_until TEXT
  CHECK (kept_until IS NULL OR kept_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), expired_at TEXT, row_limit INTEGER CHECK (row_limit > 0), explanation TEXT NOT NULL DEFAULT '', deleted_at TEXT) STRICT;

CREATE TABLE schedules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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

CREATE TABLE sealed_texts (
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  sealed BLOB NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (subject, subject_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shops (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  credit_code TEXT UNIQUE,
  kind TEXT NOT NULL DEFAULT 'storefront' CHECK (kind IN ('storefront', 'company')),
  category TEXT,
  status TEXT CHECK (status IN ('招租', '装修', '营业', '歇业')),
  opened TEXT CHECK (opened GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  licence_until TEXT CHECK (licence_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closes TEXT CHECK (closes GLOB '[0-2][0-9]:[0-5][0-9]'),
  contact TEXT,
  phone_sealed BLOB,
  phone_key BLOB,
  phone_masked TEXT,
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((phone_sealed IS NULL) = (phone_key IS NULL))
) STRICT;

CREATE TABLE tag_aliases (
  alias TEXT PRIMARY KEY CHECK (alias <> ''),
  tag_id INTEGER NOT NULL REFERENCES tags (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE taggings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tag_id INTEGER NOT NULL REFERENCES tags (id),
  person_id INTEGER REFERENCES people (id),
  house_id INTEGER REFERENCES houses (id),
  shop_id INTEGER REFERENCES shops (id),
  building_id INTEGER REFERENCES buildings (id),
  since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT NOT NULL,
  evidence TEXT,
  by_caller TEXT NOT NULL,
  made_at TEXT NOT NULL,
  ended_by TEXT,
  CHECK ((person_id IS NOT NULL) + (house_id IS NOT NULL) + (shop_id IS NOT NULL) + (building_id IS NOT NULL) = 1),
  CHECK (until IS NULL OR since <= until)
) STRICT;

CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  line TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('person', 'house', 'shop', 'building')),
  level TEXT NOT NULL CHECK (level IN ('city', 'district', 'subdistrict', 'committee')),
  kind TEXT NOT NULL CHECK (kind IN ('assigned', 'computed')),
  rule TEXT,
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('no', 'yes', 'restricted')),
  valid_days INTEGER CHECK (valid_days > 0),
  about TEXT NOT NULL DEFAULT '',
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL, owner_id INTEGER REFERENCES areas (id),
  CHECK ((kind = 'computed') = (rule IS NOT NULL))
) STRICT;

CREATE TABLE tokens (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  hash BLOB NOT NULL UNIQUE,
  session INTEGER NOT NULL CHECK (session IN (0, 1)),
  made_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
, device_name TEXT) STRICT;

CREATE TABLE units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  former TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE visits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  house_id INTEGER NOT NULL REFERENCES houses (id),
  person_id INTEGER REFERENCES people (id),
  visited_on TEXT NOT NULL CHECK (visited_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  purpose TEXT NOT NULL DEFAULT '走访',
  note TEXT NOT NULL DEFAULT '',
  by_caller TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE webhook_deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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

CREATE TABLE webhooks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  url TEXT NOT NULL CHECK (url <> ''),
  secret_sealed BLOB NOT NULL,
  events TEXT NOT NULL CHECK (json_valid(events)),
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
, token_id INTEGER REFERENCES tokens (id)) STRICT;

CREATE TABLE work_order_assists (
  order_id INTEGER NOT NULL REFERENCES work_orders (id),
  unit TEXT NOT NULL DEFAULT '',
  worker TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  by_caller TEXT NOT NULL, area_id INTEGER REFERENCES areas (id),
  PRIMARY KEY (order_id, unit, worker),
  CHECK ((unit = '') <> (worker = ''))
) STRICT, WITHOUT ROWID;

CREATE TABLE work_order_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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

CREATE TABLE work_order_stints (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES work_orders (id),
  unit TEXT NOT NULL CHECK (unit <> ''),
  worker TEXT,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  ended TEXT NOT NULL CHECK (ended IN ('reassign', 'reopen', 'merge')),
  contact_met INTEGER CHECK (contact_met IN (0, 1)),
  due_met INTEGER CHECK (due_met IN (0, 1)),
  solved INTEGER CHECK (solved IN (0, 1)),
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5)
) STRICT;

CREATE TABLE work_orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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
  updated_at TEXT NOT NULL, unit_area_id INTEGER REFERENCES areas (id), rounds INTEGER NOT NULL DEFAULT 1 CHECK (rounds > 0), round_at TEXT, pauses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pauses)), late_at TEXT, missed INTEGER NOT NULL DEFAULT 0 CHECK (missed IN (0, 1)), contact_missed INTEGER NOT NULL DEFAULT 0 CHECK (contact_missed IN (0, 1)), due_days INTEGER CHECK (due_days > 0), due_provisional INTEGER NOT NULL DEFAULT 0 CHECK (due_provisional IN (0, 1)), extension_requested_at TEXT, own_clock TEXT CHECK (own_clock IS NULL OR json_valid(own_clock)),
  UNIQUE (source, external_id),
  CHECK ((phone_sealed IS NULL) = (phone_key IS NULL)),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK ((state = 'suspended') = (suspended_at IS NOT NULL)),
  CHECK (state IN ('received', 'rejected', 'merged') OR unit IS NOT NULL)
) STRICT;

CREATE INDEX admissions_caller ON admissions (caller_id);

CREATE INDEX admissions_unit ON admissions (from_unit);

CREATE UNIQUE INDEX aliases_building ON aliases (building_id, folded) WHERE building_id IS NOT NULL;

CREATE UNIQUE INDEX aliases_compound ON aliases (compound_id, folded) WHERE compound_id IS NOT NULL;

CREATE INDEX aliases_folded ON aliases (district_id, folded);

CREATE UNIQUE INDEX aliases_house ON aliases (house_id, folded) WHERE house_id IS NOT NULL;

CREATE INDEX assets_building ON assets (building_id) WHERE building_id IS NOT NULL;

CREATE INDEX assets_code ON assets (code);

CREATE INDEX assets_house ON assets (house_id) WHERE house_id IS NOT NULL;

CREATE INDEX audit_action ON audit (action, seq);

CREATE INDEX audit_caller ON audit (caller, seq);

CREATE INDEX audit_subject ON audit (subject, subject_id);

CREATE INDEX buildings_committee ON buildings (committee_id);

CREATE INDEX buildings_compound ON buildings (compound_id);

CREATE INDEX buildings_grid ON buildings (grid_id);

CREATE INDEX campaign_entries_building ON campaign_entries (campaign_id, round, building_id, position);

CREATE INDEX campaign_entries_house ON campaign_entries (house_id);

CREATE INDEX campaign_entries_state ON campaign_entries (campaign_id, round, state, position);

CREATE INDEX campaign_entries_subject ON campaign_entries (subject_id);

CREATE INDEX claims_house ON claims (house_id) WHERE house_id IS NOT NULL;

CREATE UNIQUE INDEX claims_house_said ON claims (house_id, field, value, source)
  WHERE house_id IS NOT NULL AND value_sealed IS NULL;

CREATE INDEX claims_person ON claims (person_id) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX claims_person_said ON claims (person_id, field, value, source)
  WHERE person_id IS NOT NULL AND value_sealed IS NULL;

CREATE INDEX claims_shop ON claims (shop_id) WHERE shop_id IS NOT NULL;

CREATE UNIQUE INDEX claims_shop_said ON claims (shop_id, field, value, source)
  WHERE shop_id IS NOT NULL AND value_sealed IS NULL;

CREATE INDEX data_request_committees_area ON data_request_committees (area_id, state);

CREATE INDEX data_request_committees_run ON data_request_committees (run_id) WHERE run_id IS NOT NULL;

CREATE INDEX data_requests_made_at ON data_requests (made_at);

CREATE INDEX datasets_owner ON datasets (owner_id) WHERE owner_id IS NOT NULL;

CREATE UNIQUE INDEX dispatch_lessons_digest ON dispatch_lessons (digest) WHERE digest IS NOT NULL;

CREATE INDEX dispatch_lessons_order ON dispatch_lessons (order_id, kind) WHERE order_id IS NOT NULL;

CREATE INDEX duties_owner ON duties (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX hotspot_notes_area ON hotspot_notes (area_id);

CREATE INDEX hotspot_notes_key ON hotspot_notes (key);

CREATE INDEX hotspot_notes_order ON hotspot_notes (work_order_id) WHERE work_order_id IS NOT NULL;

CREATE INDEX house_moves_at ON house_moves (at);

CREATE INDEX house_moves_house ON house_moves (house_id);

CREATE INDEX houses_building ON houses (building_id);

CREATE INDEX houses_committee ON houses (committee_id);

CREATE INDEX houses_grid ON houses (grid_id);

CREATE INDEX idempotency_made ON idempotency (made_at);

CREATE INDEX import_rows_status ON import_rows (import_id, status, applied);

CREATE INDEX import_rows_subject ON import_rows (import_id, subject_id) WHERE subject_id IS NOT NULL;

CREATE INDEX leavings_seq ON leavings (seq);

CREATE INDEX ledgers_area ON ledgers (area_id);

CREATE INDEX ledgers_kept ON ledgers (id) WHERE kind = 'kept';

CREATE INDEX merges_gone ON merges (gone_id);

CREATE INDEX merges_kept ON merges (kept_id);

CREATE INDEX occupancies_house ON occupancies (house_id);

CREATE INDEX occupancies_person ON occupancies (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX occupancies_shop ON occupancies (shop_id) WHERE shop_id IS NOT NULL;

CREATE INDEX people_born ON people (birth_date, name);

CREATE INDEX people_name ON people (name, birth_date);

CREATE INDEX people_phone ON people (phone_key) WHERE phone_key IS NOT NULL;

CREATE INDEX records_building ON records (building_id) WHERE building_id IS NOT NULL;

CREATE INDEX records_dataset ON records (dataset_id);

CREATE INDEX records_house ON records (house_id) WHERE house_id IS NOT NULL;

CREATE INDEX records_person ON records (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX records_shop ON records (shop_id) WHERE shop_id IS NOT NULL;

CREATE INDEX reminders_area ON reminders (area_id, state);

CREATE INDEX reminders_caller ON reminders (caller_id, state) WHERE caller_id IS NOT NULL;

CREATE INDEX reminders_place ON reminders (place_id, state);

CREATE INDEX reminders_run ON reminders (run_id);

CREATE INDEX reminders_state ON reminders (state);

CREATE INDEX reminders_unit ON reminders (unit, state) WHERE unit IS NOT NULL;

CREATE INDEX reveal_approvals_caller ON reveal_approvals (caller_id, state);

CREATE INDEX reveal_approvals_ledger ON reveal_approvals (ledger_id) WHERE ledger_id IS NOT NULL;

CREATE INDEX reveal_approvals_run ON reveal_approvals (run_id) WHERE run_id IS NOT NULL;

CREATE INDEX run_marks_subject ON run_marks (subject_id, run_id);

CREATE INDEX runs_as_of ON runs (ledger_id, as_of, id);

CREATE INDEX runs_kept_until ON runs (kept_until) WHERE kept_until IS NOT NULL AND expired_at IS NULL;

CREATE INDEX runs_ledger ON runs (ledger_id, id);

CREATE INDEX runs_making ON runs (state) WHERE state = 'making';

CREATE INDEX runs_previous ON runs (previous_run_id) WHERE previous_run_id IS NOT NULL;

CREATE INDEX schedules_due ON schedules (next_due_at);

CREATE INDEX schedules_run ON schedules (last_run_id) WHERE last_run_id IS NOT NULL;

CREATE INDEX shops_name ON shops (name);

CREATE INDEX tag_aliases_tag ON tag_aliases (tag_id);

CREATE INDEX taggings_building ON taggings (building_id, tag_id) WHERE building_id IS NOT NULL;

CREATE INDEX taggings_house ON taggings (house_id, tag_id) WHERE house_id IS NOT NULL;

CREATE INDEX taggings_person ON taggings (person_id, tag_id) WHERE person_id IS NOT NULL;

CREATE INDEX taggings_shop ON taggings (shop_id, tag_id) WHERE shop_id IS NOT NULL;

CREATE INDEX tags_owner ON tags (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX tokens_caller ON tokens (caller_id);

CREATE INDEX visits_house ON visits (house_id, visited_on);

CREATE INDEX visits_person ON visits (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (ended_at) WHERE ended_at IS NOT NULL;

CREATE INDEX webhook_deliveries_next ON webhook_deliveries (webhook_id, next_at) WHERE state = 'pending';

CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries (webhook_id, id);

CREATE INDEX webhooks_caller ON webhooks (caller_id);

CREATE INDEX webhooks_token ON webhooks (token_id) WHERE token_id IS NOT NULL;

CREATE INDEX work_order_assists_area ON work_order_assists (area_id) WHERE area_id IS NOT NULL;

CREATE INDEX work_order_assists_unit ON work_order_assists (unit, order_id);

CREATE INDEX work_order_assists_worker ON work_order_assists (worker) WHERE worker <> '';

CREATE INDEX work_order_events_at ON work_order_events (at);

CREATE INDEX work_order_events_order ON work_order_events (order_id, id);

CREATE INDEX work_order_stints_order ON work_order_stints (order_id);

CREATE INDEX work_orders_building ON work_orders (building_id) WHERE building_id IS NOT NULL;

CREATE INDEX work_orders_candidates ON work_orders (area_id) WHERE house_id IS NULL AND candidates <> '[]';

CREATE INDEX work_orders_house ON work_orders (house_id, reported_at) WHERE house_id IS NOT NULL;

CREATE INDEX work_orders_merged ON work_orders (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX work_orders_overdue ON work_orders (due_at) WHERE overdue = 0
  AND state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned');

CREATE INDEX work_orders_provisional ON work_orders (due_at) WHERE due_provisional = 1;

CREATE INDEX work_orders_quality ON work_orders (
  received_at, mode, corrected, state, returned, area_id, unit, proposed_unit, decided_at);

CREATE INDEX work_orders_received ON work_orders (received_at);

CREATE INDEX work_orders_shop ON work_orders (shop_id) WHERE shop_id IS NOT NULL;

CREATE INDEX work_orders_unit_area ON work_orders (unit_area_id) WHERE unit_area_id IS NOT NULL;

CREATE INDEX work_orders_warn ON work_orders (warn_at) WHERE warned = 0
  AND state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned');

CREATE INDEX work_orders_worker ON work_orders (worker) WHERE worker IS NOT NULL;
