-- What a night shares with its workers while it goes on. It is no record: the register is, and each night begins it anew.

CREATE TABLE IF NOT EXISTS night_run (
    turn    BIGINT PRIMARY KEY,
    program TEXT   NOT NULL,
    studio  TEXT   NOT NULL,
    day     DATE   NOT NULL,
    begun   TIMESTAMPTZ NOT NULL DEFAULT now(),
    ended   TIMESTAMPTZ
);

-- The sessions to make. "last_edition" is the one published before; "files" are names of the input folder, parted by "/".
CREATE TABLE IF NOT EXISTS night_work (
    turn           BIGINT NOT NULL,
    position       INT    NOT NULL,
    session_id     TEXT   NOT NULL,
    files          TEXT   NOT NULL,
    digest         TEXT   NOT NULL,
    content_digest TEXT   NOT NULL,
    closing        TEXT   NOT NULL,
    day            DATE   NOT NULL,
    last_edition   INT    NOT NULL,
    candidates     INT    NOT NULL,
    worker         TEXT,
    taken          TIMESTAMPTZ,
    fate           TEXT,
    ended          TIMESTAMPTZ,
    PRIMARY KEY (turn, position)
);

-- What the night knows of earlier sessions: editions in force when it began, and what sessions say that it closes, by
-- the register's keyed digests of persons.
CREATE TABLE IF NOT EXISTS night_closed (
    turn       BIGINT NOT NULL,
    session_id TEXT   NOT NULL,
    number     INT    NOT NULL
);

CREATE TABLE IF NOT EXISTS night_known (
    turn           BIGINT  NOT NULL,
    position       BIGINT  NOT NULL,
    person         TEXT    NOT NULL,
    session_id     TEXT    NOT NULL,
    candidate      TEXT    NOT NULL,
    certification  TEXT    NOT NULL,
    deliberated_on DATE    NOT NULL,
    block          TEXT    NOT NULL,
    held           BOOLEAN NOT NULL
);

CREATE INDEX IF NOT EXISTS night_known_by_person ON night_known (turn, person);

CREATE TABLE IF NOT EXISTS night_worker (
    name    TEXT PRIMARY KEY,
    program TEXT NOT NULL,
    studio  TEXT NOT NULL,
    joined  TIMESTAMPTZ NOT NULL DEFAULT now(),
    seen    TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Ranges of candidates of large sessions, by their places from 0. Where one lies that is printed: "folder", with the SHA-256 of
-- the list of its files; whoever makes the session takes it from there, and prints again what is not told here.
CREATE TABLE IF NOT EXISTS night_range (
    turn           BIGINT NOT NULL,
    position       INT    NOT NULL,
    from_candidate INT    NOT NULL,
    to_candidate   INT    NOT NULL,
    worker         TEXT,
    taken          TIMESTAMPTZ,
    folder         TEXT,
    manifest       TEXT,
    ended          TIMESTAMPTZ,
    PRIMARY KEY (turn, position, from_candidate)
);

-- The table of Spring Integration 7.0's channels (its schema-postgresql.sql), the only one of its tables that is used.
CREATE SEQUENCE IF NOT EXISTS INT_MESSAGE_SEQ START WITH 1 INCREMENT BY 1 NO CYCLE;

CREATE TABLE IF NOT EXISTS INT_CHANNEL_MESSAGE (
    MESSAGE_ID CHAR(36) NOT NULL,
    GROUP_KEY CHAR(36) NOT NULL,
    CREATED_DATE BIGINT NOT NULL,
    MESSAGE_PRIORITY BIGINT,
    MESSAGE_SEQUENCE BIGINT NOT NULL DEFAULT nextval('INT_MESSAGE_SEQ'),
    MESSAGE_CONTENT BYTEA,
    REGION VARCHAR(100) NOT NULL,
    constraint INT_CHANNEL_MESSAGE_PK primary key (REGION, GROUP_KEY, CREATED_DATE, MESSAGE_SEQUENCE)
);

CREATE INDEX IF NOT EXISTS INT_CHANNEL_MSG_DELETE_IDX ON INT_CHANNEL_MESSAGE (REGION, GROUP_KEY, MESSAGE_ID);
