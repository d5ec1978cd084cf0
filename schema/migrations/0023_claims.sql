-- What sources say beside the rows is kept whole: identity numbers, telephones and other numbers of people sealed, with their
-- mask in `value`. Two numbers may have one mask, so only what is not sealed is unique by its text.
ALTER TABLE claims ADD COLUMN value_sealed BLOB;

DROP INDEX claims_person;
DROP INDEX claims_house;
DROP INDEX claims_shop;
CREATE INDEX claims_person ON claims (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX claims_house ON claims (house_id) WHERE house_id IS NOT NULL;
CREATE INDEX claims_shop ON claims (shop_id) WHERE shop_id IS NOT NULL;
CREATE UNIQUE INDEX claims_person_said ON claims (person_id, field, value, source)
  WHERE person_id IS NOT NULL AND value_sealed IS NULL;
CREATE UNIQUE INDEX claims_house_said ON claims (house_id, field, value, source)
  WHERE house_id IS NOT NULL AND value_sealed IS NULL;
CREATE UNIQUE INDEX claims_shop_said ON claims (shop_id, field, value, source)
  WHERE shop_id IS NOT NULL AND value_sealed IS NULL;

-- Who says how large a house is; NULL where nobody knows any more.
ALTER TABLE houses ADD COLUMN area_source TEXT;

-- The same triggers as before. By the house a dormitory of thousands would be looked through for each link; by the person or
-- shop there are a few.
DROP TRIGGER occupancies_apart_insert;
CREATE TRIGGER occupancies_apart_insert BEFORE INSERT ON occupancies
WHEN (NEW.since IS NULL OR NEW.until IS NULL OR NEW.since < NEW.until) AND EXISTS (
  SELECT 1 FROM occupancies o WHERE ((o.person_id = NEW.person_id) OR (o.shop_id = NEW.shop_id))
    AND +o.house_id = NEW.house_id AND o.role = NEW.role
    AND (o.since IS NULL OR o.until IS NULL OR o.since < o.until)
    AND (NEW.until IS NULL OR o.since IS NULL OR o.since < NEW.until)
    AND (o.until IS NULL OR NEW.since IS NULL OR NEW.since < o.until))
BEGIN
  SELECT RAISE(ABORT, 'a link of one kind is there once a day');
END;

DROP TRIGGER occupancies_apart_update;
CREATE TRIGGER occupancies_apart_update BEFORE UPDATE OF since, until, role, house_id ON occupancies
WHEN (NEW.since IS NULL OR NEW.until IS NULL OR NEW.since < NEW.until) AND EXISTS (
  SELECT 1 FROM occupancies o WHERE o.id <> NEW.id
    AND ((o.person_id = NEW.person_id) OR (o.shop_id = NEW.shop_id))
    AND +o.house_id = NEW.house_id AND o.role = NEW.role
    AND (o.since IS NULL OR o.until IS NULL OR o.since < o.until)
    AND (NEW.until IS NULL OR o.since IS NULL OR o.since < NEW.until)
    AND (o.until IS NULL OR NEW.since IS NULL OR NEW.since < o.until))
BEGIN
  SELECT RAISE(ABORT, 'a link of one kind is there once a day');
END;
