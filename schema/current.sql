CREATE TRIGGER audit_keep_delete BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_keep_update BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TABLE aliases (
  id INTEGER PRIMARY KEY,
  district_id INTEGER NOT NULL REFERENCES areas (id),
  name TEXT NOT NULL,
  folded TEXT NOT NULL CHECK (folded <> ''),
  compound_id INTEGER REFERENCES compounds (id),
  building_id INTEGER REFERENCES buildings (id),
  house_id INTEGER REFERENCES houses (id),
  CHECK ((compound_id IS NOT NULL) + (building_id IS NOT NULL) + (house_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE areas (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  level TEXT NOT NULL CHECK (level IN ('city', 'district', 'subdistrict', 'committee', 'grid')),
  parent_id INTEGER REFERENCES areas (id),
  CHECK ((level = 'city') = (parent_id IS NULL)),
  UNIQUE (parent_id, name)
) STRICT;

CREATE TABLE assets (
  id INTEGER PRIMARY KEY,
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
  id INTEGER PRIMARY KEY,
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
  updated_at TEXT NOT NULL,
  UNIQUE (district_id, address)
) STRICT;

CREATE TABLE caller_areas (
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  area_id INTEGER NOT NULL REFERENCES areas (id),
  PRIMARY KEY (caller_id, area_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE callers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('user', 'system')),
  title TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN
    ('admin', 'auditor', 'street', 'secretary', 'worker', 'department', 'integration', 'resident')),
  unit TEXT,
  password_hash TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete'))
) STRICT;

CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES people (id),
  house_id INTEGER REFERENCES houses (id),
  shop_id INTEGER REFERENCES shops (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CHECK ((person_id IS NOT NULL) + (house_id IS NOT NULL) + (shop_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE compounds (
  id INTEGER PRIMARY KEY,
  district_id INTEGER NOT NULL REFERENCES areas (id),
  road TEXT NOT NULL,
  lane TEXT NOT NULL,
  name TEXT,
  UNIQUE (district_id, road, lane)
) STRICT;

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

CREATE TABLE houses (
  id INTEGER PRIMARY KEY,
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
  updated_at TEXT NOT NULL,
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

CREATE TABLE import_chunks (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  n INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (import_id, n)
) STRICT;

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

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
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
) STRICT;

CREATE TABLE occupancies (
  id INTEGER PRIMARY KEY,
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
  id INTEGER PRIMARY KEY,
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

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shops (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE tokens (
  id INTEGER PRIMARY KEY,
  caller_id INTEGER NOT NULL REFERENCES callers (id),
  hash BLOB NOT NULL UNIQUE,
  session INTEGER NOT NULL CHECK (session IN (0, 1)),
  made_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
) STRICT;

CREATE TABLE visits (
  id INTEGER PRIMARY KEY,
  house_id INTEGER NOT NULL REFERENCES houses (id),
  person_id INTEGER REFERENCES people (id),
  visited_on TEXT NOT NULL CHECK (visited_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  purpose TEXT NOT NULL DEFAULT '走访',
  note TEXT NOT NULL DEFAULT '',
  by_caller TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX aliases_building ON aliases (building_id, folded) WHERE building_id IS NOT NULL;

CREATE UNIQUE INDEX aliases_compound ON aliases (compound_id, folded) WHERE compound_id IS NOT NULL;

CREATE INDEX aliases_folded ON aliases (district_id, folded);

CREATE UNIQUE INDEX aliases_house ON aliases (house_id, folded) WHERE house_id IS NOT NULL;

CREATE INDEX assets_building ON assets (building_id) WHERE building_id IS NOT NULL;

CREATE INDEX assets_code ON assets (code);

CREATE INDEX assets_house ON assets (house_id) WHERE house_id IS NOT NULL;

CREATE INDEX audit_subject ON audit (subject, subject_id);

CREATE INDEX buildings_committee ON buildings (committee_id);

CREATE INDEX buildings_compound ON buildings (compound_id);

CREATE INDEX buildings_grid ON buildings (grid_id);

CREATE UNIQUE INDEX claims_house ON claims (house_id, field, value, source) WHERE house_id IS NOT NULL;

CREATE UNIQUE INDEX claims_person ON claims (person_id, field, value, source) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX claims_shop ON claims (shop_id, field, value, source) WHERE shop_id IS NOT NULL;

CREATE INDEX houses_building ON houses (building_id);

CREATE INDEX houses_committee ON houses (committee_id);

CREATE INDEX houses_grid ON houses (grid_id);

CREATE INDEX import_rows_status ON import_rows (import_id, status, applied);

CREATE INDEX import_rows_subject ON import_rows (import_id, subject_id) WHERE subject_id IS NOT NULL;

CREATE INDEX occupancies_house ON occupancies (house_id);

CREATE INDEX occupancies_person ON occupancies (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX occupancies_shop ON occupancies (shop_id) WHERE shop_id IS NOT NULL;

CREATE INDEX people_name ON people (name, birth_date);

CREATE INDEX people_phone ON people (phone_key) WHERE phone_key IS NOT NULL;

CREATE INDEX records_building ON records (building_id) WHERE building_id IS NOT NULL;

CREATE INDEX records_dataset ON records (dataset_id);

CREATE INDEX records_house ON records (house_id) WHERE house_id IS NOT NULL;

CREATE INDEX records_person ON records (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX records_shop ON records (shop_id) WHERE shop_id IS NOT NULL;

CREATE INDEX shops_name ON shops (name);

CREATE INDEX tag_aliases_tag ON tag_aliases (tag_id);

CREATE INDEX taggings_building ON taggings (building_id, tag_id) WHERE building_id IS NOT NULL;

CREATE INDEX taggings_house ON taggings (house_id, tag_id) WHERE house_id IS NOT NULL;

CREATE INDEX taggings_person ON taggings (person_id, tag_id) WHERE person_id IS NOT NULL;

CREATE INDEX taggings_shop ON taggings (shop_id, tag_id) WHERE shop_id IS NOT NULL;

CREATE INDEX tokens_caller ON tokens (caller_id);

CREATE INDEX visits_house ON visits (house_id, visited_on);

CREATE INDEX visits_person ON visits (person_id) WHERE person_id IS NOT NULL;
