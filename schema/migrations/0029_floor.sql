-- On which floor a house lies; below ground counts down from -1.
ALTER TABLE houses ADD COLUMN floor INTEGER CHECK (floor BETWEEN -5 AND 200);
