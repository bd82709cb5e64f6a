-- Whom people work with and what they agreed; what came in and what went out.
-- Lists are items joined by ' | ', as in 0002; NULL is a list without items.

CREATE TABLE therapist (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    practice TEXT, -- NULL: not said
    contact TEXT, -- NULL: not said
    region TEXT, -- NULL: not said
    credential_type TEXT, -- NULL: not said
    credential_number TEXT, -- NULL: not said
    credential_on TEXT CHECK (credential_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- NULL: not seen, or the day is not known
    styles TEXT, -- NULL: none named
    languages TEXT, -- NULL: none named
    checklist TEXT, -- NULL: nothing asked yet
    first_visit_fit TEXT, -- NULL: none written
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE intake_sheet (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    reviewed_on TEXT NOT NULL CHECK (reviewed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    name TEXT, -- NULL: none to show
    pronouns TEXT, -- NULL: not said
    emergency_contact TEXT, -- NULL: not said
    history TEXT, -- NULL: none named
    circulation TEXT CHECK (circulation IN ('yes', 'no', 'rather_not_say')), -- NULL: not answered
    skin TEXT CHECK (skin IN ('yes', 'no', 'rather_not_say')), -- NULL: not answered
    surgery TEXT CHECK (surgery IN ('yes', 'no', 'rather_not_say')), -- NULL: not answered
    pregnancy TEXT CHECK (pregnancy IN ('yes', 'no', 'rather_not_say')), -- NULL: not answered
    fever TEXT CHECK (fever IN ('yes', 'no', 'rather_not_say')), -- NULL: not answered
    medicines TEXT, -- NULL: none named; else ids of medicines
    allergies TEXT, -- NULL: none named
    concerns TEXT, -- NULL: none written
    goals TEXT, -- NULL: none written
    pressure INTEGER CHECK (pressure BETWEEN 1 AND 5), -- NULL: not said
    areas TEXT, -- NULL: none named
    boundaries TEXT, -- NULL: none written
    draping TEXT, -- NULL: not said
    comfort_needs TEXT, -- NULL: none named
    cues TEXT, -- NULL: none named
    stop_signal TEXT, -- NULL: not said
    overwhelmed_do TEXT, -- NULL: none written
    overwhelmed_avoid TEXT, -- NULL: none written
    triggers TEXT, -- NULL: none written
    clinician_contact TEXT, -- NULL: not said
    permission_to_talk TEXT CHECK (permission_to_talk IN ('yes', 'no', 'ask_me')), -- NULL: not said
    shared TEXT, -- NULL: nothing is ticked
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE care_team_member (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('primary_care', 'psychiatrist', 'talking_therapist', 'massage_therapist', 'physiotherapist', 'caregiver', 'other')),
    contact TEXT, -- NULL: not said
    share TEXT, -- NULL: nothing is ticked
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE session_plan (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    since TEXT NOT NULL CHECK (since GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    aim TEXT, -- NULL: none written
    modality TEXT, -- NULL: not agreed
    pressure INTEGER CHECK (pressure BETWEEN 1 AND 5), -- NULL: not agreed
    minutes INTEGER CHECK (minutes BETWEEN 5 AND 240), -- NULL: not agreed
    frequency TEXT, -- NULL: not agreed
    preferred_days TEXT, -- NULL: none named
    preferred_times TEXT, -- NULL: none named
    keep_apart TEXT, -- NULL: no rule
    if_distress TEXT, -- NULL: none written
    agreed_with TEXT, -- NULL: with nobody
    review_on TEXT CHECK (review_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- NULL: no day agreed
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_adjustment (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    session_plan_id BLOB NOT NULL REFERENCES session_plan (id), -- the version it made
    at_date TEXT NOT NULL CHECK (at_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    field TEXT NOT NULL CHECK (field IN ('aim', 'modality', 'pressure', 'minutes', 'frequency', 'preferred_days', 'preferred_times', 'keep_apart', 'if_distress', 'agreed_with', 'review_on')),
    from_text TEXT, -- NULL: said nothing
    to_text TEXT, -- NULL: says nothing any more
    reason TEXT NOT NULL CHECK (reason IN ('response', 'comfort', 'safety', 'distress', 'schedule', 'medicine_timing', 'cost', 'therapist_idea', 'clinician_idea')),
    decided_by TEXT NOT NULL CHECK (decided_by IN ('self', 'together', 'massage_therapist', 'talking_therapist', 'clinician', 'other')),
    finding TEXT, -- NULL: followed from none
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER, -- NULL: not deleted
    CHECK (from_text IS NOT to_text)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_adjustment_by_plan ON plan_adjustment (session_plan_id);

ALTER TABLE session ADD COLUMN therapist_id BLOB REFERENCES therapist (id); -- NULL: not said
ALTER TABLE session ADD COLUMN plan_version INTEGER CHECK (plan_version >= 1); -- NULL: under no plan

CREATE INDEX session_by_therapist ON session (therapist_id) WHERE therapist_id IS NOT NULL;
CREATE INDEX session_by_plan ON session (plan_version) WHERE plan_version IS NOT NULL;

-- What left the diary as a file: what it was and how to know it again, not what it said.
CREATE TABLE share_log (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    what TEXT NOT NULL,
    to_whom TEXT, -- NULL: not said
    sections TEXT, -- NULL: none to name
    period_from TEXT CHECK (period_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- NULL: not of some days alone
    period_to TEXT CHECK (period_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- NULL: with period_from
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER, -- NULL: not deleted
    CHECK ((period_from IS NULL) = (period_to IS NULL)),
    CHECK (period_to >= period_from)
) STRICT, WITHOUT ROWID;

CREATE INDEX share_log_by_time ON share_log (recorded_at, id);

CREATE TABLE backup_record (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    place TEXT, -- NULL: not said
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 1),
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)), -- read back from where it was written
    recorded_at INTEGER NOT NULL,
    offset_s    INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800 AND offset_s % 60 = 0),
    zone_id     TEXT,    -- NULL: the zone's name is not known
    revision    INTEGER NOT NULL CHECK (revision >= 1),
    recorded_by TEXT    NOT NULL CHECK (recorded_by IN ('self', 'helped', 'proxy')),
    source      TEXT    NOT NULL,
    deleted_at  INTEGER  -- NULL: not deleted
) STRICT, WITHOUT ROWID;

CREATE INDEX backup_record_by_time ON backup_record (recorded_at, id);

ALTER TABLE import_batch ADD COLUMN mapping TEXT;      -- NULL: a format that needs no column map
ALTER TABLE import_batch ADD COLUMN undone_at INTEGER; -- NULL: not undone

-- Which records an import brought, and at which revision: what differs from it was changed since.
CREATE TABLE import_record (
    record_kind TEXT    NOT NULL,
    record_id   BLOB    NOT NULL, -- of a measure, which has no id: its name and version
    batch_id    BLOB    NOT NULL REFERENCES import_batch (id),
    revision    INTEGER NOT NULL CHECK (revision >= 0),
    PRIMARY KEY (record_kind, record_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_record_by_batch ON import_record (batch_id);

-- Rows of earlier imports became new records, which start at revision 1.
INSERT OR IGNORE INTO import_record (record_kind, record_id, batch_id, revision)
SELECT record_kind, record_id, batch_id, 1 FROM import_row;

-- Rows that an import left out: file, line, column and rule, nothing of what the row said.
CREATE TABLE import_rejected (
    batch_id BLOB    NOT NULL REFERENCES import_batch (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    reason   TEXT    NOT NULL,
    PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
