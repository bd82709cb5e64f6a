-- The rest of what people write down every day, and the choices of a diary.
-- Lists are items joined by ' | ', a bar within an item written '\|'; NULL is a list without items.

ALTER TABLE check_in ADD COLUMN practices TEXT; -- NULL: none ticked

ALTER TABLE session ADD COLUMN approach TEXT;          -- NULL: none named
ALTER TABLE session ADD COLUMN place TEXT;             -- NULL: not said
ALTER TABLE session ADD COLUMN cues TEXT;              -- NULL: none named
ALTER TABLE session ADD COLUMN draping TEXT;           -- NULL: not said
ALTER TABLE session ADD COLUMN oils TEXT;              -- NULL: none named
ALTER TABLE session ADD COLUMN consent_discussed INTEGER CHECK (consent_discussed IN (0, 1)); -- NULL: not said
ALTER TABLE session ADD COLUMN stop_signal TEXT;       -- NULL: not said
ALTER TABLE session ADD COLUMN comfort_needs TEXT;     -- NULL: none named
ALTER TABLE session ADD COLUMN last_doses TEXT;        -- NULL: none named
ALTER TABLE session ADD COLUMN aftercare TEXT;         -- NULL: none named
ALTER TABLE session ADD COLUMN unwanted TEXT;          -- NULL: none named
ALTER TABLE session ADD COLUMN measures TEXT;          -- NULL: made before the set was kept
ALTER TABLE session ADD COLUMN timer_started_at INTEGER;       -- NULL: no timer runs
ALTER TABLE session ADD COLUMN timer_started_offset_s INTEGER; -- NULL with timer_started_at
ALTER TABLE session ADD COLUMN timer_started_zone_id TEXT;     -- NULL: the zone's name is not known

CREATE INDEX session_running ON session (timer_started_at) WHERE timer_started_at IS NOT NULL;

ALTER TABLE medication ADD COLUMN strength TEXT;    -- NULL: not said
ALTER TABLE medication ADD COLUMN times TEXT;       -- NULL: none named
ALTER TABLE medication ADD COLUMN purpose TEXT;     -- NULL: not said
ALTER TABLE medication ADD COLUMN prescriber TEXT;  -- NULL: not said
ALTER TABLE medication ADD COLUMN touch_notes TEXT; -- NULL: none ticked
ALTER TABLE medication ADD COLUMN touch_words TEXT; -- NULL: none written

ALTER TABLE medication_change ADD COLUMN by_whom TEXT; -- NULL: not said
ALTER TABLE medication_change ADD COLUMN reason TEXT;  -- NULL: none given

ALTER TABLE visit ADD COLUMN kind TEXT;      -- NULL: not said
ALTER TABLE visit ADD COLUMN questions TEXT; -- NULL: none written
ALTER TABLE visit ADD COLUMN outcome TEXT;   -- NULL: none written

CREATE TABLE session_moment (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    session_id BLOB NOT NULL REFERENCES session (id),
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 390),
    kind TEXT NOT NULL CHECK (kind IN ('lighter', 'firmer', 'move_area', 'temperature', 'sound', 'talk_less', 'pause', 'resume', 'stop')),
    note TEXT, -- NULL: none written
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE INDEX session_moment_by_session ON session_moment (session_id, minute);

CREATE TABLE distress_event (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    at_offset_s INTEGER NOT NULL,
    at_zone_id TEXT, -- NULL: the zone's name is not known
    logical_date TEXT NOT NULL CHECK (logical_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    session_id BLOB REFERENCES session (id), -- NULL: not within a session
    kind TEXT NOT NULL CHECK (kind IN ('memory_overwhelming', 'panic', 'pain', 'dizzy', 'numb', 'tearful', 'other')),
    intensity INTEGER CHECK (intensity BETWEEN 0 AND 10), -- NULL: not said
    what_helped TEXT, -- NULL: not said
    told TEXT, -- NULL: not said
    resumed INTEGER CHECK (resumed IN (0, 1)), -- NULL: not said
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE INDEX distress_event_by_day ON distress_event (logical_date);
CREATE INDEX distress_event_by_session ON distress_event (session_id);

CREATE TABLE goal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    text TEXT NOT NULL,
    measure_id TEXT, -- NULL: about no measure
    why TEXT, -- NULL: not said
    started_on TEXT NOT NULL CHECK (started_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    review_on TEXT CHECK (review_on >= started_on), -- NULL: no day agreed
    discussed_with TEXT, -- NULL: with nobody
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'reached', 'dropped')),
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    start_date TEXT NOT NULL CHECK (start_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    end_date TEXT CHECK (end_date >= start_date), -- NULL: one day
    kind TEXT NOT NULL CHECK (kind IN ('life', 'illness', 'travel', 'loss', 'work', 'cycle', 'break_from_logging', 'other')),
    label TEXT, -- NULL: none written
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE INDEX event_by_day ON event (start_date);

CREATE TABLE practice (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    logical_date TEXT NOT NULL CHECK (logical_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('psychotherapy', 'mindfulness', 'movement', 'sleep_routine', 'breathing', 'other')),
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 600), -- NULL: not said
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE INDEX practice_by_day ON practice (logical_date);

CREATE TABLE reminder (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('check_in', 'before', 'after', 'follow_up', 'aftercare', 'instrument', 'plan_review', 'visit_eve', 'backup')),
    wall_clock TEXT CHECK (wall_clock GLOB '[0-2][0-9]:[0-5][0-9]'), -- NULL: counted from a session
    days TEXT, -- NULL: every day
    elapsed_min INTEGER CHECK (elapsed_min BETWEEN 1 AND 20160), -- NULL: at a time of the day
    quiet_from TEXT, -- NULL: no quiet hours
    quiet_to TEXT, -- NULL with quiet_from
    snooze_min INTEGER CHECK (snooze_min BETWEEN 1 AND 240), -- NULL: no snooze
    last_fired_at INTEGER, -- NULL: never yet
    last_fired_offset_s INTEGER, -- NULL with last_fired_at
    last_fired_zone_id TEXT, -- NULL: not known
    next_fire_at INTEGER, -- NULL: not planned
    next_fire_offset_s INTEGER, -- NULL with next_fire_at
    next_fire_zone_id TEXT, -- NULL: not known
    wording TEXT NOT NULL CHECK (wording IN ('plain', 'private')),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER, -- NULL: not deleted
    CHECK ((wall_clock IS NULL) <> (elapsed_min IS NULL)),
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE safety_plan (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    signs TEXT, -- NULL: none written
    what_helps TEXT, -- NULL: none written
    places TEXT, -- NULL: none written
    people TEXT, -- NULL: none written
    professionals TEXT, -- NULL: none written
    reasons TEXT, -- NULL: none written
    open_sections TEXT, -- NULL: nothing may be read while locked
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE crisis_contact (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    region TEXT CHECK (length(region) = 2), -- NULL: for no region
    service TEXT NOT NULL,
    number TEXT NOT NULL,
    text TEXT, -- NULL: takes no texts
    hours TEXT, -- NULL: not known
    language TEXT, -- NULL: not known
    verified_on TEXT, -- NULL: the number was never checked
    origin TEXT, -- NULL: not said
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument_result (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    instrument TEXT NOT NULL CHECK (instrument IN ('phq_9', 'gad_7', 'pcl_5', 'isi', 'pss_10')),
    version TEXT, -- NULL: not said
    taken_at INTEGER NOT NULL,
    taken_offset_s INTEGER NOT NULL,
    taken_zone_id TEXT, -- NULL: the zone's name is not known
    logical_date TEXT NOT NULL CHECK (logical_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    total INTEGER NOT NULL CHECK (total BETWEEN 0 AND 80),
    items TEXT, -- NULL: only the total is known
    filled_by TEXT NOT NULL CHECK (filled_by IN ('self', 'helped', 'clinician', 'other')),
    place TEXT, -- NULL: not said
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE INDEX instrument_result_by_day ON instrument_result (logical_date);

-- Choices of the person about the diary itself; one that is not here has its default.
CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done last, so that it can be taken back.
CREATE TABLE last_act (
    one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    act         TEXT    NOT NULL CHECK (act IN ('add', 'change')),
    record_kind TEXT    NOT NULL,
    record_id   BLOB    NOT NULL CHECK (length(record_id) = 16),
    revision    INTEGER NOT NULL CHECK (revision >= 1) -- the revision the act made
) STRICT;

-- Records that are gone for good: their ids stay, so that no copy made earlier brings them back.
CREATE TABLE purged (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    record_kind TEXT    NOT NULL, -- the table it was in
    purged_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was deleted is looked for by the upkeep, days by the log.
CREATE INDEX check_in_deleted ON check_in (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX session_deleted ON session (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX session_rating_deleted ON session_rating (deleted_at) WHERE deleted_at IS NOT NULL;
