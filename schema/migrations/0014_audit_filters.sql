-- The audit log is asked by caller and by action as well: the newest lines of one are found without reading the others.
CREATE INDEX audit_caller ON audit (caller, seq);
CREATE INDEX audit_action ON audit (action, seq);
