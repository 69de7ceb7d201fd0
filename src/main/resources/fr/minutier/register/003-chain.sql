-- The chain of entries, and what it proves beside acts and decisions. Each statement may run again after a kill in the
-- middle of this script; editions that were published before it are entered then, and the version row comes last. Rows
-- are added, never changed nor deleted.

CREATE TABLE IF NOT EXISTS chain_entry (
    session_id VARCHAR(40) NOT NULL,
    position   INT         NOT NULL,
    kind       VARCHAR(30) NOT NULL,
    -- The edition that is entered, when one is.
    number     INT,
    body       CLOB        NOT NULL,
    previous   CHAR(64)    NOT NULL,
    sha256     CHAR(64)    NOT NULL,
    PRIMARY KEY (session_id, position)
);

-- Why each block has its outcome: what was compared, in words.
CREATE TABLE IF NOT EXISTS issued_ground (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    position   INT         NOT NULL,
    candidate  VARCHAR(30) NOT NULL,
    block      VARCHAR     NOT NULL,
    grounds    VARCHAR     NOT NULL,
    PRIMARY KEY (session_id, number, position)
);

-- Files that are no acts: those of the session's folder, and those kept of what was handed in and used.
CREATE TABLE IF NOT EXISTS issued_file (
    session_id VARCHAR(40)   NOT NULL,
    number     INT           NOT NULL,
    position   INT           NOT NULL,
    place      VARCHAR(10)   NOT NULL,
    kind       VARCHAR(100)  NOT NULL,
    path       VARCHAR(1000) NOT NULL,
    sha256     CHAR(64)      NOT NULL,
    bytes      BIGINT        NOT NULL,
    PRIMARY KEY (session_id, number, position)
);

CREATE INDEX IF NOT EXISTS issued_file_by_digest ON issued_file (sha256);

-- What a prepared edition will issue, as before.
CREATE TABLE IF NOT EXISTS staged_ground AS SELECT * FROM issued_ground WITH NO DATA;
CREATE TABLE IF NOT EXISTS staged_file AS SELECT * FROM issued_file WITH NO DATA;
