INSERT INTO safety_plan (id, signs, what_helps, places, people, professionals, reasons, open_sections, recorded_at,
                         offset_s, zone_id, revision, recorded_by, source, deleted_at)
VALUES (:id, :signs, :what_helps, :places, :people, :professionals, :reasons, :open_sections, :recorded_at, :offset_s,
        :zone_id, :revision, :recorded_by, :source, :deleted_at)
