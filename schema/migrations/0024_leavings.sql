-- Who could see a row before it came to lie elsewhere, or before an order was given to somebody else: those who followed it
-- are told once that it has left, and nothing of what became of it. Written in the transaction of the change whose line in the
-- feed seq is. area is the lowest area that it has left; unit a unit that had the order and has it no more.
CREATE TABLE leavings (
  seq INTEGER NOT NULL,
  area INTEGER,
  unit TEXT,
  CHECK ((area IS NOT NULL) + (unit IS NOT NULL) = 1)
) STRICT;
CREATE INDEX leavings_seq ON leavings (seq);

-- The first other value of a person that somebody tries counts as nobody, and is remembered all the same.
CREATE TABLE reveals_with_trials (
  caller_id INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  people INTEGER NOT NULL CHECK (people >= 0),
  at INTEGER NOT NULL,
  PRIMARY KEY (caller_id, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO reveals_with_trials (caller_id, subject, people, at) SELECT caller_id, subject, people, at FROM reveals;
DROP TABLE reveals;
ALTER TABLE reveals_with_trials RENAME TO reveals;
