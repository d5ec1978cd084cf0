-- Where a building stands, in degrees of WGS 84.
ALTER TABLE buildings ADD COLUMN lat REAL CHECK (lat BETWEEN -90 AND 90);
ALTER TABLE buildings ADD COLUMN lon REAL CHECK (lon BETWEEN -180 AND 180);
