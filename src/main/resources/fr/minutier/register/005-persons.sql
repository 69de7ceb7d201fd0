-- By what a candidate of a closed session is known again in another one: a keyed digest of names and birth date, never
-- these themselves. Each statement may run again after a kill in the middle of this script; the version row is written
-- after the last. Rows are added, never changed nor deleted.

-- The key never leaves this file: digests of two registers do not compare.
CREATE TABLE IF NOT EXISTS person_key (
    id        INT        PRIMARY KEY,
    key_bytes BINARY(32) NOT NULL
);

INSERT INTO person_key SELECT 1, SECURE_RAND(32) WHERE NOT EXISTS (SELECT 1 FROM person_key);

-- "position" is that of the decision of the same candidate.
CREATE TABLE IF NOT EXISTS issued_person (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    position   INT         NOT NULL,
    person     CHAR(64)    NOT NULL,
    PRIMARY KEY (session_id, number, position)
);

CREATE INDEX IF NOT EXISTS issued_person_by_person ON issued_person (person);

CREATE TABLE IF NOT EXISTS staged_person AS SELECT * FROM issued_person WITH NO DATA;
