-- The streams. sequence and hash are the stream's end as of reach.position, so that a start need not read the whole journal.
CREATE TABLE stream (
    id       INTEGER PRIMARY KEY,
    name     TEXT    NOT NULL UNIQUE,
    sequence INTEGER NOT NULL,
    hash     BLOB    NOT NULL
) STRICT;

-- Every entry of every stream, in the order of appending. It has no index but its position: with one, each entry would be
-- written into its stream's own page, and a group of 256 would cost 97 pages instead of a few.
CREATE TABLE journal (
    position INTEGER PRIMARY KEY,
    stream   INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    hash     BLOB    NOT NULL,
    record   BLOB    NOT NULL
) STRICT;

-- Where the entries of a stream are, written in bulk behind the journal: a run of entries from the sequence "first" on, as
-- positions of 8 bytes each, big endian.
CREATE TABLE lookup (
    stream    INTEGER NOT NULL,
    first     INTEGER NOT NULL,
    positions BLOB    NOT NULL,
    PRIMARY KEY (stream, first)
) STRICT, WITHOUT ROWID;

-- How far lookup and stream have come: the journal after this position is their tail.
CREATE TABLE reach (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL
) STRICT;
INSERT INTO reach (one, position) VALUES (1, 0);

CREATE TABLE snapshot (
    owner    TEXT    PRIMARY KEY,
    sequence INTEGER NOT NULL,
    format   INTEGER NOT NULL,
    bytes    BLOB    NOT NULL
) STRICT;

-- What is not journalled: journal::Table says what there is.
CREATE TABLE record (
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
