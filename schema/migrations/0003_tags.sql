-- The catalogue of tags, their dated assignments, and the overlays (专题库) with their records.
CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
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
  updated_at TEXT NOT NULL,
  CHECK ((kind = 'computed') = (rule IS NOT NULL))
) STRICT;

CREATE TABLE tag_aliases (
  alias TEXT PRIMARY KEY CHECK (alias <> ''),
  tag_id INTEGER NOT NULL REFERENCES tags (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_aliases_tag ON tag_aliases (tag_id);

-- Holds from since up to, and not on, until. One open assignment of a tag to a subject at a time.
CREATE TABLE taggings (
  id INTEGER PRIMARY KEY,
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
CREATE INDEX taggings_person ON taggings (person_id, tag_id) WHERE person_id IS NOT NULL;
CREATE INDEX taggings_house ON taggings (house_id, tag_id) WHERE house_id IS NOT NULL;
CREATE INDEX taggings_shop ON taggings (shop_id, tag_id) WHERE shop_id IS NOT NULL;
CREATE INDEX taggings_building ON taggings (building_id, tag_id) WHERE building_id IS NOT NULL;

-- fields is a JSON array of {"name","title","type"}; type is text, number, date or flag.
CREATE TABLE datasets (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL CHECK (subject IN ('person', 'house', 'shop', 'building')),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  about TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE records (
  id INTEGER PRIMARY KEY,
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
CREATE INDEX records_dataset ON records (dataset_id);
CREATE INDEX records_person ON records (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX records_house ON records (house_id) WHERE house_id IS NOT NULL;
CREATE INDEX records_shop ON records (shop_id) WHERE shop_id IS NOT NULL;
CREATE INDEX records_building ON records (building_id) WHERE building_id IS NOT NULL;
