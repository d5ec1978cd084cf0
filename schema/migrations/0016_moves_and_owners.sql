-- When a house came to lie in another committee or grid. Frozen rows of runs keep the place that they had: a row of a house
-- that has moved since lies where the house lies now.
CREATE TABLE house_moves (
  id INTEGER PRIMARY KEY,
  house_id INTEGER NOT NULL REFERENCES houses (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX house_moves_house ON house_moves (house_id);
CREATE INDEX house_moves_at ON house_moves (at);

-- A grid is one of its committee. What an older version left behind is mended before it is demanded.
UPDATE houses SET grid_id = NULL
  WHERE grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = grid_id) IS NOT committee_id;
UPDATE buildings SET grid_id = NULL
  WHERE grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = grid_id) IS NOT committee_id;
UPDATE work_orders SET committee_id = h.committee_id, grid_id = h.grid_id, area_id = coalesce(h.grid_id, h.committee_id)
  FROM houses h WHERE h.id = work_orders.house_id
    AND (work_orders.committee_id IS NOT h.committee_id OR work_orders.grid_id IS NOT h.grid_id
      OR work_orders.area_id IS NOT coalesce(h.grid_id, h.committee_id));
CREATE TRIGGER houses_grid_insert BEFORE INSERT ON houses
  WHEN NEW.grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = NEW.grid_id) IS NOT NEW.committee_id BEGIN
  SELECT RAISE(ABORT, 'the grid is not one of the committee');
END;
CREATE TRIGGER houses_grid_update BEFORE UPDATE OF committee_id, grid_id ON houses
  WHEN NEW.grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = NEW.grid_id) IS NOT NEW.committee_id BEGIN
  SELECT RAISE(ABORT, 'the grid is not one of the committee');
END;
CREATE TRIGGER buildings_grid_insert BEFORE INSERT ON buildings
  WHEN NEW.grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = NEW.grid_id) IS NOT NEW.committee_id BEGIN
  SELECT RAISE(ABORT, 'the grid is not one of the committee');
END;
CREATE TRIGGER buildings_grid_update BEFORE UPDATE OF committee_id, grid_id ON buildings
  WHEN NEW.grid_id IS NOT NULL AND (SELECT parent_id FROM areas WHERE id = NEW.grid_id) IS NOT NEW.committee_id BEGIN
  SELECT RAISE(ABORT, 'the grid is not one of the committee');
END;

-- Orders that may be at one of several houses move with these.
CREATE INDEX work_orders_candidates ON work_orders (area_id) WHERE house_id IS NULL AND candidates <> '[]';

-- Whose it is: only callers in or above this area change it, and it exists for those in, below and above it. NULL is the
-- whole database's: the reference catalogue, and what an admin has made for all.
ALTER TABLE tags ADD COLUMN owner_id INTEGER REFERENCES areas (id);
CREATE INDEX tags_owner ON tags (owner_id) WHERE owner_id IS NOT NULL;
ALTER TABLE datasets ADD COLUMN owner_id INTEGER REFERENCES areas (id);
CREATE INDEX datasets_owner ON datasets (owner_id) WHERE owner_id IS NOT NULL;
ALTER TABLE duties ADD COLUMN owner_id INTEGER REFERENCES areas (id);
CREATE INDEX duties_owner ON duties (owner_id) WHERE owner_id IS NOT NULL;

-- The token that another system made the webhook with: its end is the webhook's. NULL: made by somebody who logs in, or
-- before this was kept; then it ends with the account, or with the last token of a system.
ALTER TABLE webhooks ADD COLUMN token_id INTEGER REFERENCES tokens (id);
CREATE INDEX webhooks_token ON webhooks (token_id) WHERE token_id IS NOT NULL;
