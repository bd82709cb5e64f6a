UPDATE therapist SET name = :name, practice = :practice, contact = :contact, region = :region,
    credential_type = :credential_type, credential_number = :credential_number, credential_on = :credential_on,
    styles = :styles, languages = :languages, checklist = :checklist, first_visit_fit = :first_visit_fit,
    revision = :revision, deleted_at = :deleted_at
WHERE id = :id
