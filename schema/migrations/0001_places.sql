-- Where things are: the tree of areas, compounds (小区/弄), buildings (楼栋/号), houses (房屋), and the names people call them.
CREATE TABLE areas (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  level TEXT NOT NULL CHECK (level IN ('city', 'district', 'subdistrict', 'committee', 'grid')),
  parent_id INTEGER REFERENCES areas (id),
  CHECK ((level = 'city') = (parent_id IS NULL)),
  UNIQUE (parent_id, name)
) STRICT;

-- A lane with its own name. district_id scopes every address: two districts may have a road of one name.
CREATE TABLE compounds (
  id INTEGER PRIMARY KEY,
  district_id INTEGER NOT NULL REFERENCES areas (id),
  road TEXT NOT NULL,
  lane TEXT NOT NULL,
  name TEXT,
  UNIQUE (district_id, road, lane)
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
CREATE INDEX buildings_committee ON buildings (committee_id);
CREATE INDEX buildings_grid ON buildings (grid_id);
CREATE INDEX buildings_compound ON buildings (compound_id);

-- address is the canonical address within the district, the key of everything.
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
CREATE INDEX houses_building ON houses (building_id);
CREATE INDEX houses_committee ON houses (committee_id);
CREATE INDEX houses_grid ON houses (grid_id);

-- Another name of a compound, building or house; folded is what is looked up.
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
CREATE INDEX aliases_folded ON aliases (district_id, folded);
CREATE UNIQUE INDEX aliases_compound ON aliases (compound_id, folded) WHERE compound_id IS NOT NULL;
CREATE UNIQUE INDEX aliases_building ON aliases (building_id, folded) WHERE building_id IS NOT NULL;
CREATE UNIQUE INDEX aliases_house ON aliases (house_id, folded) WHERE house_id IS NOT NULL;
