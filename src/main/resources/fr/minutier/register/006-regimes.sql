-- The certification of a candidate who comes for another one than his session, of the same family; null for all others,
-- and in every row that is there already. Each statement may run again after a kill in the middle of this script; the
-- version row is written after the last.

ALTER TABLE issued_decision ADD COLUMN IF NOT EXISTS regime VARCHAR;
ALTER TABLE staged_decision ADD COLUMN IF NOT EXISTS regime VARCHAR;
