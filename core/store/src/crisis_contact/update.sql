UPDATE crisis_contact SET region = :region, service = :service, number = :number, text = :text, hours = :hours,
    language = :language, verified_on = :verified_on, origin = :origin, open = :open, revision = :revision,
    deleted_at = :deleted_at
WHERE id = :id
