-- A diary: who it belongs to is never written down, only what was recorded.
-- Times are milliseconds UTC with the offset of the clock that showed them; days are ISO dates decided at entry.
-- A NULL is explained beside its column; every other column always holds a value.

CREATE TABLE diary (
    one              INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    id               BLOB    NOT NULL CHECK (length(id) = 16),
    created_at       INTEGER NOT NULL,
    rollover_min     INTEGER NOT NULL CHECK (rollover_min BETWEEN 0 AND 720 AND rollover_min % 30 = 0),
    backup_recipient TEXT    NOT NULL,
    sample_label     TEXT    -- NULL: a person's own diary; otherwise printed on every page made from it
) STRICT;

CREATE TABLE measure (
    id           TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version >= 1),
    label        TEXT    NOT NULL,
    frame        TEXT    NOT NULL CHECK (frame IN ('day_overall', 'right_now', 'last_night', 'past_weeks')),
    min_milli    INTEGER NOT NULL,
    max_milli    INTEGER NOT NULL CHECK (max_milli > min_milli),
    step_milli   INTEGER NOT NULL CHECK (step_milli > 0 AND (max_milli - min_milli) % step_milli = 0),
    unit         TEXT    NOT NULL CHECK (unit IN ('{score}', 'h')),
    direction    TEXT    NOT NULL CHECK (direction IN ('higher_better', 'higher_worse', 'neutral')),
    anchor_low   TEXT,   -- NULL: no words at this end
    anchor_high  TEXT,   -- NULL: no words at this end
    used_daily   INTEGER NOT NULL CHECK (used_daily IN (0, 1)),
    used_session INTEGER NOT NULL CHECK (used_session IN (0, 1)),
    position     INTEGER NOT NULL,
    active       INTEGER NOT NULL CHECK (active IN (0, 1)),
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in (
    id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    logical_date   TEXT    NOT NULL CHECK (logical_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    rollover_min   INTEGER NOT NULL,
    day_source     TEXT    NOT NULL CHECK (day_source IN ('clock', 'user')),
    rated_at       INTEGER, -- NULL: an imported row that had only a date
    rated_offset_s INTEGER, -- NULL with rated_at
    rated_zone_id  TEXT,    -- NULL: the zone's name is not known
    note           TEXT,    -- NULL: none written
    recorded_at    INTEGER NOT NULL,
    offset_s       INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id        TEXT,    -- NULL: the zone's name is not known
    revision       INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by    TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source         TEXT    NOT NULL,
    deleted_at     INTEGER, -- NULL: not deleted
    CHECK ((rated_at IS NULL) = (rated_offset_s IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX check_in_by_day ON check_in (logical_date);

CREATE TABLE check_in_value (
    check_in_id     BLOB    NOT NULL REFERENCES check_in (id),
    measure_id      TEXT    NOT NULL,
    measure_version INTEGER NOT NULL,
    frame           TEXT    NOT NULL CHECK (frame IN ('day_overall', 'right_now', 'last_night', 'past_weeks')),
    status          TEXT    NOT NULL CHECK (status IN ('recorded', 'skipped')),
    value_milli     INTEGER, -- NULL: skipped
    position        INTEGER NOT NULL, -- order in which the person answered
    PRIMARY KEY (check_in_id, measure_id),
    FOREIGN KEY (measure_id, measure_version) REFERENCES measure (id, version),
    CHECK ((status = 'recorded') = (value_milli IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX check_in_value_by_measure ON check_in_value (measure_id, measure_version);

CREATE TABLE session (
    id               BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    logical_date     TEXT    NOT NULL CHECK (logical_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    rollover_min     INTEGER NOT NULL,
    day_source       TEXT    NOT NULL CHECK (day_source IN ('clock', 'user')),
    started_at       INTEGER NOT NULL,
    started_offset_s INTEGER NOT NULL,
    started_zone_id  TEXT,    -- NULL: the zone's name is not known
    ended_at         INTEGER, -- NULL: did not take place, or not yet
    ended_offset_s   INTEGER, -- NULL with ended_at
    ended_zone_id    TEXT,    -- NULL: the zone's name is not known
    planned_min      INTEGER CHECK (planned_min BETWEEN 5 AND 240), -- NULL: no length agreed
    actual_min       INTEGER CHECK (actual_min BETWEEN 5 AND 240),  -- NULL: did not take place, or not known
    status           TEXT    NOT NULL CHECK (status IN ('planned', 'held', 'stopped_early', 'cancelled', 'missed')),
    reason           TEXT,    -- NULL: none given
    modality         TEXT    NOT NULL,
    secondary        TEXT    NOT NULL, -- codes joined by ' | ', possibly empty
    pressure_asked   INTEGER CHECK (pressure_asked BETWEEN 1 AND 5), -- NULL: not said
    pressure_felt    INTEGER CHECK (pressure_felt BETWEEN 1 AND 5),  -- NULL: not said
    areas            TEXT    NOT NULL, -- use:region:side joined by ' | ', possibly empty
    note             TEXT,    -- NULL: none written
    recorded_at      INTEGER NOT NULL,
    offset_s         INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id          TEXT,    -- NULL: the zone's name is not known
    revision         INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by      TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source           TEXT    NOT NULL,
    deleted_at       INTEGER, -- NULL: not deleted
    CHECK (ended_at IS NULL OR (ended_at > started_at AND ended_at <= started_at + 21600000)),
    CHECK ((ended_at IS NULL) = (ended_offset_s IS NULL)),
    CHECK ((ended_at IS NOT NULL) = (status IN ('held', 'stopped_early')))
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_day ON session (logical_date);
CREATE INDEX session_by_start ON session (started_at);

CREATE TABLE session_rating (
    id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    session_id     BLOB    NOT NULL REFERENCES session (id),
    phase          TEXT    NOT NULL CHECK (phase IN ('before', 'after', 'follow_up')),
    rated_at       INTEGER NOT NULL,
    rated_offset_s INTEGER NOT NULL,
    rated_zone_id  TEXT,    -- NULL: the zone's name is not known
    in_window      INTEGER NOT NULL CHECK (in_window IN (0, 1)),
    recalled       INTEGER NOT NULL CHECK (recalled IN (0, 1)),
    before_seen    INTEGER NOT NULL CHECK (before_seen IN (0, 1)),
    recorded_at    INTEGER NOT NULL,
    offset_s       INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id        TEXT,    -- NULL: the zone's name is not known
    revision       INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by    TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source         TEXT    NOT NULL,
    deleted_at     INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE INDEX session_rating_by_session ON session_rating (session_id, phase);

CREATE TABLE session_rating_value (
    session_rating_id BLOB    NOT NULL REFERENCES session_rating (id),
    measure_id        TEXT    NOT NULL,
    measure_version   INTEGER NOT NULL,
    frame             TEXT    NOT NULL CHECK (frame IN ('day_overall', 'right_now', 'last_night', 'past_weeks')),
    status            TEXT    NOT NULL CHECK (status IN ('recorded', 'skipped')),
    value_milli       INTEGER, -- NULL: skipped
    position          INTEGER NOT NULL, -- order in which the person answered
    PRIMARY KEY (session_rating_id, measure_id),
    FOREIGN KEY (measure_id, measure_version) REFERENCES measure (id, version),
    CHECK ((status = 'recorded') = (value_milli IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX session_rating_value_by_measure ON session_rating_value (measure_id, measure_version);

CREATE TABLE medication (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name        TEXT    NOT NULL,
    dose        TEXT,    -- NULL: not said
    start_date  TEXT,    -- NULL: not known
    stop_date   TEXT CHECK (stop_date >= start_date), -- NULL: still taken, or not known
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE medication_change (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    medication_id BLOB    NOT NULL REFERENCES medication (id),
    at_date       TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('start', 'stop', 'up', 'down', 'time_moved', 'switch', 'paused')),
    dose_from     TEXT,    -- NULL: not said
    dose_to       TEXT,    -- NULL: not said
    recorded_at   INTEGER NOT NULL,
    offset_s      INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id       TEXT,    -- NULL: the zone's name is not known
    revision      INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by   TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source        TEXT    NOT NULL,
    deleted_at    INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE INDEX medication_change_by_medication ON medication_change (medication_id);

CREATE TABLE visit (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    logical_date TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    at_offset_s  INTEGER NOT NULL,
    at_zone_id   TEXT,    -- NULL: the zone's name is not known
    with_whom    TEXT,    -- NULL: not said
    recorded_at  INTEGER NOT NULL,
    offset_s     INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id      TEXT,    -- NULL: the zone's name is not known
    revision     INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by  TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source       TEXT    NOT NULL,
    deleted_at   INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

-- What a record said before an edit; never changed, only purged together with its record.
CREATE TABLE revision_log (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    record_kind TEXT    NOT NULL,
    record_id   BLOB    NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision >= 2), -- the revision the edit made
    field       TEXT    NOT NULL,
    old         TEXT,    -- NULL: the field was empty
    new         TEXT,    -- NULL: the field was emptied
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL,
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    reason      TEXT     -- NULL: none given
) STRICT, WITHOUT ROWID;

CREATE INDEX revision_log_by_record ON revision_log (record_id, revision);

CREATE TABLE import_batch (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    format      TEXT    NOT NULL,
    file_sha256 BLOB    NOT NULL CHECK (length(file_sha256) = 32),
    applied_at  INTEGER NOT NULL,
    added       INTEGER NOT NULL,
    same        INTEGER NOT NULL,
    deleted     INTEGER NOT NULL, -- rows left out because the person had deleted them
    rejected    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which row of which file became which record; kept after edits and deletion, so that a file adds nothing twice.
CREATE TABLE import_row (
    fingerprint BLOB NOT NULL PRIMARY KEY CHECK (length(fingerprint) = 32),
    batch_id    BLOB NOT NULL REFERENCES import_batch (id),
    record_kind TEXT NOT NULL,
    record_id   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX import_row_by_batch ON import_row (batch_id);
