-- Which sheet of a workbook a roster was read from, and what of the file is in no row: other sheets, totals, blank rows.
ALTER TABLE imports ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
ALTER TABLE imports ADD COLUMN layout TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(layout));
