-- What the write transactions of a request with an Idempotency-Key returned, each written in its own transaction. A request
-- that comes again after a crash goes on from there, and does nothing twice. They go when the answer is kept.
CREATE TABLE idempotency_steps (
  caller_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  -- Which of the request's transactions it was, from 0.
  step INTEGER NOT NULL CHECK (step >= 0),
  -- NULL where it cannot be kept.
  result_sealed BLOB,
  PRIMARY KEY (caller_id, key, step),
  FOREIGN KEY (caller_id, key) REFERENCES idempotency (caller_id, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_made ON idempotency (made_at);

-- Tells this life of the changes feed from others: a restored copy begins a new one, and cursors of the old are refused.
INSERT INTO settings (name, value) VALUES ('feed_epoch', lower(hex(randomblob(6))));
