-- What a correction must know of the minutes that it corrects. Each statement may run again after a kill in the middle of
-- this script; the version row is written after the last. Rows are added, never changed nor deleted.

CREATE TABLE IF NOT EXISTS issued_particulars (
    session_id  VARCHAR(40) NOT NULL,
    number      INT         NOT NULL,
    -- 0 for the minutes that close the session, then the numbers of the corrective ones.
    correction  INT         NOT NULL,
    content     CHAR(64)    NOT NULL,
    heading     CHAR(64)    NOT NULL,
    place       VARCHAR,
    school      VARCHAR,
    region      VARCHAR,
    appointment VARCHAR,
    opening     VARCHAR,
    closing     VARCHAR,
    PRIMARY KEY (session_id, number)
);

CREATE TABLE IF NOT EXISTS issued_candidate (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    position   INT         NOT NULL,
    candidate  VARCHAR(30) NOT NULL,
    content    CHAR(64)    NOT NULL,
    PRIMARY KEY (session_id, number, position)
);

-- "decision" is the position of the candidate above.
CREATE TABLE IF NOT EXISTS issued_mark (
    session_id VARCHAR(40) NOT NULL,
    number     INT         NOT NULL,
    decision   INT         NOT NULL,
    position   INT         NOT NULL,
    component  VARCHAR     NOT NULL,
    -- An exact decimal in digits, ABS or NP.
    mark       VARCHAR     NOT NULL,
    PRIMARY KEY (session_id, number, decision, position)
);

-- What a prepared edition will issue, as before.
CREATE TABLE IF NOT EXISTS staged_particulars AS SELECT * FROM issued_particulars WITH NO DATA;
CREATE TABLE IF NOT EXISTS staged_candidate AS SELECT * FROM issued_candidate WITH NO DATA;
CREATE TABLE IF NOT EXISTS staged_mark AS SELECT * FROM issued_mark WITH NO DATA;
