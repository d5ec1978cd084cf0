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
