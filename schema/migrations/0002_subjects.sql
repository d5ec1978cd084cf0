-- Who lives and trades there. *_sealed is AES-GCM, *_key a keyed HMAC to find by equality, *_masked what anyone may see.
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
CREATE INDEX people_phone ON people (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX people_name ON people (name, birth_date);

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
CREATE INDEX shops_name ON shops (name);

-- A dated link of a person or shop to a house. It holds from since (NULL: not known) up to, and not on, until.
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
CREATE INDEX occupancies_house ON occupancies (house_id);
CREATE INDEX occupancies_person ON occupancies (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX occupancies_shop ON occupancies (shop_id) WHERE shop_id IS NOT NULL;

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
CREATE INDEX assets_code ON assets (code);
CREATE INDEX assets_building ON assets (building_id) WHERE building_id IS NOT NULL;
CREATE INDEX assets_house ON assets (house_id) WHERE house_id IS NOT NULL;

-- A dated note by a worker at a house; about one person there, or about the house.
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
CREATE INDEX visits_house ON visits (house_id, visited_on);
CREATE INDEX visits_person ON visits (person_id) WHERE person_id IS NOT NULL;

-- What a source says of a subject and the row does not hold: a remark, or the value that lost to a better source.
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
CREATE UNIQUE INDEX claims_person ON claims (person_id, field, value, source) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX claims_house ON claims (house_id, field, value, source) WHERE house_id IS NOT NULL;
CREATE UNIQUE INDEX claims_shop ON claims (shop_id, field, value, source) WHERE shop_id IS NOT NULL;
