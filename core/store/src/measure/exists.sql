SELECT 1 FROM measure WHERE id = :id AND version = :version
