-- What left by mail. Each statement may run again after a kill in the middle of this script; the version row is written
-- after the last.

-- What is under way, and to which address. It is no proof: it changes as a letter goes its way, and addresses may be
-- purged one day.
CREATE TABLE IF NOT EXISTS outbox (
    session_id VARCHAR(40)  NOT NULL,
    act_number VARCHAR(200) NOT NULL,
    message_id VARCHAR(200) NOT NULL,
    state      VARCHAR(10)  NOT NULL,
    marked_on  DATE         NOT NULL,
    address    VARCHAR,
    reply      VARCHAR,
    PRIMARY KEY (session_id, act_number)
);

-- What was sent, or refused for good: rows are added, never changed nor deleted. "position" is that of the entry of the
-- session's chain that says the same.
CREATE TABLE IF NOT EXISTS issued_sending (
    session_id VARCHAR(40)  NOT NULL,
    position   INT          NOT NULL,
    act_number VARCHAR(200) NOT NULL,
    kind       VARCHAR(100) NOT NULL,
    sha256     CHAR(64)     NOT NULL,
    addressee  VARCHAR(20)  NOT NULL,
    outcome    VARCHAR(10)  NOT NULL,
    sent_on    DATE         NOT NULL,
    PRIMARY KEY (session_id, position)
);
