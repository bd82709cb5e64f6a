INSERT INTO intake_sheet (id, version, reviewed_on, name, pronouns, emergency_contact, history, circulation, skin,
                          surgery, pregnancy, fever, medicines, allergies, concerns, goals, pressure, areas,
                          boundaries, draping, comfort_needs, cues, stop_signal, overwhelmed_do, overwhelmed_avoid,
                          triggers, clinician_contact, permission_to_talk, shared, recorded_at, offset_s, zone_id,
                          revision, recorded_by, source, deleted_at)
VALUES (:id, :version, :reviewed_on, :name, :pronouns, :emergency_contact, :history, :circulation, :skin, :surgery,
        :pregnancy, :fever, :medicines, :allergies, :concerns, :goals, :pressure, :areas, :boundaries, :draping,
        :comfort_needs, :cues, :stop_signal, :overwhelmed_do, :overwhelmed_avoid, :triggers, :clinician_contact,
        :permission_to_talk, :shared, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by, :source, :deleted_at)
