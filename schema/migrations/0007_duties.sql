-- The responsibility list (权责清单), dated: a change ends one version and begins the next, so that the list of any day can
-- be read. A duty's own row carries its code and what its readers last saw of it.
CREATE TABLE duties (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

-- Holds from since up to, and not on, until. Keywords are a JSON array of texts, the words of one joined by '+'.
CREATE TABLE duty_versions (
  id INTEGER PRIMARY KEY,
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

-- Tasks that a department wants to hand down, held against the lists (事项准入). matches is what was found, as it is shown.
CREATE TABLE admissions (
  id INTEGER PRIMARY KEY,
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
CREATE INDEX admissions_caller ON admissions (caller_id);
CREATE INDEX admissions_unit ON admissions (from_unit);
