-- What an office makes of a hot spot: a project note (专项), or the work order that it became.
-- key is the hot spot's name in answers; orders are the ids of the tickets that it was found by, as a JSON array.
-- area_id is the smallest area that holds all of them: whoever sees it sees the note.
CREATE TABLE hotspot_notes (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  text TEXT NOT NULL,
  orders TEXT NOT NULL CHECK (json_valid(orders)),
  area_id INTEGER NOT NULL REFERENCES areas (id),
  work_order_id INTEGER REFERENCES work_orders (id),
  by_caller TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX hotspot_notes_key ON hotspot_notes (key);
CREATE INDEX hotspot_notes_area ON hotspot_notes (area_id);
CREATE INDEX hotspot_notes_order ON hotspot_notes (work_order_id) WHERE work_order_id IS NOT NULL;
