-- The kitchen flue (排烟道) of a building: whether a restaurant may open in it.
ALTER TABLE buildings ADD COLUMN flue TEXT CHECK (flue IN ('none', 'shared', 'own'));
