-- The units that orders can be given to. Duties bring in the ones that they name; committees (areas) are units by themselves and
-- are not listed here. former: the names that a unit had before, as a JSON array: they still find it.
CREATE TABLE units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  former TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;
INSERT INTO units (name, updated_at)
  SELECT name, max(made_at) FROM (
    SELECT unit AS name, made_at FROM duty_versions
    UNION ALL SELECT j.value, v.made_at FROM duty_versions v, json_each(v.co_units) j)
  WHERE name <> '' GROUP BY name ORDER BY name;

-- Times in which a unit had an order and which are over, with what can be said of them: whether the first contact and the
-- deadline that fell into them were met (nothing where none fell into them), and how the round was rated. ended: the order went to
-- another unit, was opened again, or became part of another. What goes on now is in work_orders.
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
CREATE INDEX work_order_stints_order ON work_order_stints (order_id);

-- The committee that leads, where a committee does: its people see the order, wherever it lies.
ALTER TABLE work_orders ADD COLUMN unit_area_id INTEGER REFERENCES areas (id);
CREATE INDEX work_orders_unit_area ON work_orders (unit_area_id) WHERE unit_area_id IS NOT NULL;
-- An order that is opened again begins a new round; its clock counts from round_at, the first one's from reported_at.
ALTER TABLE work_orders ADD COLUMN rounds INTEGER NOT NULL DEFAULT 1 CHECK (rounds > 0);
ALTER TABLE work_orders ADD COLUMN round_at TEXT;
-- The pauses of the round, [["since","until"],…]: what a new deadline must keep.
ALTER TABLE work_orders ADD COLUMN pauses TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pauses));
-- The first deadline that was missed, whatever became of the clock since. missed and contact_missed: whoever has it now has missed one
-- that was moved afterwards.
ALTER TABLE work_orders ADD COLUMN late_at TEXT;
ALTER TABLE work_orders ADD COLUMN missed INTEGER NOT NULL DEFAULT 0 CHECK (missed IN (0, 1));
ALTER TABLE work_orders ADD COLUMN contact_missed INTEGER NOT NULL DEFAULT 0 CHECK (contact_missed IN (0, 1));
-- The working days that were given, where the clock counts those; due_provisional: some of them lie in a year whose days off are
-- not published, and the deadline is worked out again when they are.
ALTER TABLE work_orders ADD COLUMN due_days INTEGER CHECK (due_days > 0);
ALTER TABLE work_orders ADD COLUMN due_provisional INTEGER NOT NULL DEFAULT 0 CHECK (due_provisional IN (0, 1));
CREATE INDEX work_orders_provisional ON work_orders (due_at) WHERE due_provisional = 1;
-- Whoever has the order asks for more time; the dispatching side has not decided yet.
ALTER TABLE work_orders ADD COLUMN extension_requested_at TEXT;
-- The order's own clock, urgency and supervision while others are part of it and the strictest of all holds.
ALTER TABLE work_orders ADD COLUMN own_clock TEXT CHECK (own_clock IS NULL OR json_valid(own_clock));

ALTER TABLE work_order_assists ADD COLUMN area_id INTEGER REFERENCES areas (id);
CREATE INDEX work_order_assists_area ON work_order_assists (area_id) WHERE area_id IS NOT NULL;

-- Orders that a committee has already, by its own name or as the committee of the place.
UPDATE work_orders SET unit_area_id = committee_id WHERE unit LIKE '居委会%' AND committee_id IS NOT NULL;
UPDATE work_orders SET unit_area_id = a.id FROM (
    SELECT name, min(id) AS id FROM areas WHERE level = 'committee' GROUP BY name HAVING count(*) = 1) a
  WHERE work_orders.unit = a.name AND unit_area_id IS NULL;
UPDATE work_order_assists SET area_id = a.id FROM (
    SELECT name, min(id) AS id FROM areas WHERE level = 'committee' GROUP BY name HAVING count(*) = 1) a
  WHERE work_order_assists.unit = a.name;
UPDATE work_order_assists SET area_id = w.committee_id FROM work_orders w
  WHERE w.id = work_order_assists.order_id AND work_order_assists.unit LIKE '居委会%';
