-- A screen on a wall (wall): a token that reads the figures of the dashboard and nothing else, so that it may hang in the open.
-- A wider CHECK changes nothing of how rows lie on the disk, so the table's own text is changed, as in 0019.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(
  replace(sql, '''integration'', ''resident''))', '''integration'', ''resident'', ''wall''))'),
  '  updated_at TEXT NOT NULL' || char(10) || ') STRICT',
  '  updated_at TEXT NOT NULL,' || char(10) || '  CHECK (role <> ''wall'' OR kind = ''system'')' || char(10) || ') STRICT')
WHERE type = 'table' AND name = 'callers';

PRAGMA writable_schema = RESET;
