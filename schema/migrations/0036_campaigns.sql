-- A street hands something out, or asks at every door (发放, 排摸): to whom stands in a run, its question in a ledger.
-- rule: each subject gets quantity, or each resident of a house does. collectors: names of the only callers that enter
-- deliveries; empty for whoever may write.
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

-- follows: the round of whose missing this one was made.
CREATE TABLE campaign_rounds (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  round INTEGER NOT NULL CHECK (round >= 1),
  follows INTEGER CHECK (follows < round),
  caller TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (campaign_id, round)
) STRICT, WITHOUT ROWID;

-- A subject in a round, as it stood and lay when it was frozen (its name masked), and what became of it there. waiting: nobody
-- has entered anything. position: the order of doors, the same in all rounds, with room between for newcomers. is_last: no later
-- round has the subject. version: how often something was entered.
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
CREATE INDEX campaign_entries_state ON campaign_entries (campaign_id, round, state, position);
CREATE INDEX campaign_entries_building ON campaign_entries (campaign_id, round, building_id, position);
CREATE INDEX campaign_entries_house ON campaign_entries (house_id);
CREATE INDEX campaign_entries_subject ON campaign_entries (subject_id);

-- How many entries are alike, so that nobody counts forty thousand to see how far a campaign is. 0 and '' stand for none. The
-- triggers keep both tables, whoever writes.
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
