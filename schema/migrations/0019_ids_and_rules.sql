-- A schedule is addressed by its ledger: the versions of the next one go on from the last.
ALTER TABLE ledgers ADD COLUMN last_schedule_version INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER schedules_count_on AFTER DELETE ON schedules
BEGIN
  UPDATE ledgers SET last_schedule_version = OLD.version WHERE id = OLD.ledger_id;
END;

-- An id is never used twice. SQLite gives the id of a deleted last row to the next one, and whoever still holds the old id
-- (a page on a phone, another system, an If-Match) would change a row that is not meant. AUTOINCREMENT remembers the
-- highest id ever given. It changes nothing of how rows lie on the disk, so the tables' own text is changed, as
-- sqlite.org/lang_altertable.html describes it, instead of copying millions of rows.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql, '  id INTEGER PRIMARY KEY,', '  id INTEGER PRIMARY KEY AUTOINCREMENT,')
WHERE type = 'table' AND sql LIKE '%  id INTEGER PRIMARY KEY,%';

-- What must hold of days, for whoever writes past the program. The program's own words are in Domain: TaggingRules,
-- OccupancyRules, LifeRules.
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

CREATE TRIGGER occupancies_apart_insert BEFORE INSERT ON occupancies
WHEN (NEW.since IS NULL OR NEW.until IS NULL OR NEW.since < NEW.until) AND EXISTS (
  SELECT 1 FROM occupancies o WHERE ((o.person_id = NEW.person_id) OR (o.shop_id = NEW.shop_id))
    AND o.house_id = NEW.house_id AND o.role = NEW.role
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
    AND o.house_id = NEW.house_id AND o.role = NEW.role
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

-- The timeline is append-only but for the seal of a note, which a change of the key makes anew.
DROP TRIGGER work_order_events_keep_update;

CREATE TRIGGER work_order_events_keep_update
BEFORE UPDATE OF id, order_id, at, by_caller, action, from_state, to_state, note, detail ON work_order_events BEGIN
  SELECT RAISE(ABORT, 'the timeline is append-only');
END;

PRAGMA writable_schema = RESET;

-- What is there counts as given, and what was deleted before as well: the changes feed remembers it.
INSERT INTO sqlite_sequence (name, seq)
SELECT name, max(seq) FROM (
  SELECT 'admissions' AS name, max(id) AS seq FROM admissions
  UNION ALL SELECT 'aliases', max(id) FROM aliases
  UNION ALL SELECT 'areas', max(id) FROM areas
  UNION ALL SELECT 'assets', max(id) FROM assets
  UNION ALL SELECT 'attachments', max(id) FROM attachments
  UNION ALL SELECT 'buildings', max(id) FROM buildings
  UNION ALL SELECT 'callers', max(id) FROM callers
  UNION ALL SELECT 'claims', max(id) FROM claims
  UNION ALL SELECT 'compounds', max(id) FROM compounds
  UNION ALL SELECT 'data_requests', max(id) FROM data_requests
  UNION ALL SELECT 'datasets', max(id) FROM datasets
  UNION ALL SELECT 'dispatch_lessons', max(id) FROM dispatch_lessons
  UNION ALL SELECT 'dispatch_models', max(id) FROM dispatch_models
  UNION ALL SELECT 'duties', max(id) FROM duties
  UNION ALL SELECT 'duty_versions', max(id) FROM duty_versions
  UNION ALL SELECT 'hotspot_notes', max(id) FROM hotspot_notes
  UNION ALL SELECT 'houses', max(id) FROM houses
  UNION ALL SELECT 'imports', max(id) FROM imports
  UNION ALL SELECT 'ledgers', max(id) FROM ledgers
  UNION ALL SELECT 'occupancies', max(id) FROM occupancies
  UNION ALL SELECT 'people', max(id) FROM people
  UNION ALL SELECT 'records', max(id) FROM records
  UNION ALL SELECT 'reminders', max(id) FROM reminders
  UNION ALL SELECT 'runs', max(id) FROM runs
  UNION ALL SELECT 'schedules', max(id) FROM schedules
  UNION ALL SELECT 'shops', max(id) FROM shops
  UNION ALL SELECT 'taggings', max(id) FROM taggings
  UNION ALL SELECT 'tags', max(id) FROM tags
  UNION ALL SELECT 'tokens', max(id) FROM tokens
  UNION ALL SELECT 'visits', max(id) FROM visits
  UNION ALL SELECT 'webhook_deliveries', max(id) FROM webhook_deliveries
  UNION ALL SELECT 'webhooks', max(id) FROM webhooks
  UNION ALL SELECT 'work_order_events', max(id) FROM work_order_events
  UNION ALL SELECT 'work_orders', max(id) FROM work_orders
  UNION ALL SELECT subject, subject_id FROM changes)
WHERE seq IS NOT NULL AND name NOT IN (SELECT name FROM sqlite_sequence)
  AND name IN (SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%PRIMARY KEY AUTOINCREMENT%')
GROUP BY name;
