-- What a house is built of (房屋结构).
ALTER TABLE houses ADD COLUMN structure TEXT
  CHECK (structure IN ('timber', 'brick_timber', 'brick_concrete', 'concrete', 'steel', 'other'));
