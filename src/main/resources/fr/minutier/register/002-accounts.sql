-- What each edition says of its session. Each statement may run again after a kill in the middle of this script; the
-- version row is written after the last. Rows are added, never changed nor deleted.

CREATE TABLE IF NOT EXISTS issued_session (
    session_id     VARCHAR(40) NOT NULL,
    number         INT         NOT NULL,
    label          VARCHAR     NOT NULL,
    certification  VARCHAR     NOT NULL,
    status         VARCHAR(10),
    deliberated_on DATE,
    changes        VARCHAR     NOT NULL,
    PRIMARY KEY (session_id, number)
);

-- Outcomes of blocks, reserves and waivers: "decision" is the position of the decision that they belong to.
CREATE TABLE IF NOT EXISTS issued_block (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    decision   INT         NOT NULL,
    position   INT         NOT NULL,
    block      VARCHAR     NOT NULL,
    issue      VARCHAR(30) NOT NULL,
    -- An exact decimal in digits: no type of the database would keep every scale.
    points     VARCHAR,
    PRIMARY KEY (session_id, number, decision, position)
);

CREATE TABLE IF NOT EXISTS issued_reserve (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    decision   INT         NOT NULL,
    position   INT         NOT NULL,
    code       VARCHAR     NOT NULL,
    PRIMARY KEY (session_id, number, decision, position)
);

CREATE TABLE IF NOT EXISTS issued_waiver (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    decision   INT         NOT NULL,
    position   INT         NOT NULL,
    code       VARCHAR     NOT NULL,
    PRIMARY KEY (session_id, number, decision, position)
);

CREATE TABLE IF NOT EXISTS issued_anomaly (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    position   INT         NOT NULL,
    of_session BOOLEAN     NOT NULL,
    candidate  VARCHAR     NOT NULL,
    code       VARCHAR     NOT NULL,
    gravity    VARCHAR(30) NOT NULL,
    file       VARCHAR     NOT NULL,
    sheet      VARCHAR     NOT NULL,
    cell       VARCHAR     NOT NULL,
    PRIMARY KEY (session_id, number, position)
);

-- What a prepared edition will issue, as before.
CREATE TABLE IF NOT EXISTS staged_session AS SELECT * FROM issued_session WITH NO DATA;
CREATE TABLE IF NOT EXISTS staged_block AS SELECT * FROM issued_block WITH NO DATA;
CREATE TABLE IF NOT EXISTS staged_reserve AS SELECT * FROM issued_reserve WITH NO DATA;
CREATE TABLE IF NOT EXISTS staged_waiver AS SELECT * FROM issued_waiver WITH NO DATA;
CREATE TABLE IF NOT EXISTS staged_anomaly AS SELECT * FROM issued_anomaly WITH NO DATA;
