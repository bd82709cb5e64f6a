UPDATE measure SET active = :active WHERE id = :id AND version = :version
