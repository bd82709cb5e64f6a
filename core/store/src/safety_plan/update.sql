UPDATE safety_plan SET signs = :signs, what_helps = :what_helps, places = :places, people = :people,
    professionals = :professionals, reasons = :reasons, open_sections = :open_sections, revision = :revision,
    deleted_at = :deleted_at
WHERE id = :id
