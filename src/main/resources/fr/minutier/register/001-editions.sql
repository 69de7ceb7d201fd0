-- Each statement may run again after a kill in the middle of this script; the version row is written after the last.

CREATE TABLE IF NOT EXISTS edition (
    session_id     VARCHAR(40) NOT NULL,
    number         INT         NOT NULL,
    digest         CHAR(64)    NOT NULL,
    content_digest VARCHAR(64) NOT NULL,
    closing        VARCHAR(10) NOT NULL,
    taken_up       DATE        NOT NULL,
    state          VARCHAR(9)  NOT NULL,
    folder_digest  CHAR(64),
    something_withheld BOOLEAN,
    candidates     INT,
    withheld       INT,
    acts           INT,
    anomalies      INT,
    PRIMARY KEY (session_id, number)
);

-- What was issued: rows are added, never changed nor deleted.
CREATE TABLE IF NOT EXISTS issued_act (
    session_id VARCHAR(40)   NOT NULL,
    number     INT           NOT NULL,
    position   INT           NOT NULL,
    act_number VARCHAR(200)  NOT NULL,
    kind       VARCHAR(100)  NOT NULL,
    candidate  VARCHAR(30)   NOT NULL,
    version    INT           NOT NULL,
    path       VARCHAR(1000) NOT NULL,
    sha256     CHAR(64)      NOT NULL,
    bytes      BIGINT        NOT NULL,
    PRIMARY KEY (session_id, number, position)
);

CREATE INDEX IF NOT EXISTS issued_act_by_digest ON issued_act (sha256);

CREATE TABLE IF NOT EXISTS issued_decision (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    position   INT         NOT NULL,
    candidate  VARCHAR(30) NOT NULL,
    decision   VARCHAR(30) NOT NULL,
    PRIMARY KEY (session_id, number, position)
);

-- What a prepared edition will issue: copied to the two tables above when it is published, then emptied.
CREATE TABLE IF NOT EXISTS staged_act (
    session_id VARCHAR(40)   NOT NULL,
    number     INT           NOT NULL,
    position   INT           NOT NULL,
    act_number VARCHAR(200)  NOT NULL,
    kind       VARCHAR(100)  NOT NULL,
    candidate  VARCHAR(30)   NOT NULL,
    version    INT           NOT NULL,
    path       VARCHAR(1000) NOT NULL,
    sha256     CHAR(64)      NOT NULL,
    bytes      BIGINT        NOT NULL,
    PRIMARY KEY (session_id, number, position)
);

CREATE TABLE IF NOT EXISTS staged_decision (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    position   INT         NOT NULL,
    candidate  VARCHAR(30) NOT NULL,
    decision   VARCHAR(30) NOT NULL,
    PRIMARY KEY (session_id, number, position)
);
