SELECT coalesce(max(version), 0) FROM intake_sheet
