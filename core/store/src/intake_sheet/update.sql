UPDATE intake_sheet SET version = :version, reviewed_on = :reviewed_on, name = :name, pronouns = :pronouns,
    emergency_contact = :emergency_contact, history = :history, circulation = :circulation, skin = :skin,
    surgery = :surgery, pregnancy = :pregnancy, fever = :fever, medicines = :medicines, allergies = :allergies,
    concerns = :concerns, goals = :goals, pressure = :pressure, areas = :areas, boundaries = :boundaries,
    draping = :draping, comfort_needs = :comfort_needs, cues = :cues, stop_signal = :stop_signal,
    overwhelmed_do = :overwhelmed_do, overwhelmed_avoid = :overwhelmed_avoid, triggers = :triggers,
    clinician_contact = :clinician_contact, permission_to_talk = :permission_to_talk, shared = :shared,
    revision = :revision, deleted_at = :deleted_at
WHERE id = :id
