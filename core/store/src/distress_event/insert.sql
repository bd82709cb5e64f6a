INSERT INTO distress_event (id, at, at_offset_s, at_zone_id, logical_date, session_id, kind, intensity, what_helped,
                            told, resumed, recorded_at, offset_s, zone_id, revision, recorded_by, source, deleted_at)
VALUES (:id, :at, :at_offset_s, :at_zone_id, :logical_date, :session_id, :kind, :intensity, :what_helped, :told,
        :resumed, :recorded_at, :offset_s, :zone_id, :revision, :recorded_by, :source, :deleted_at)
