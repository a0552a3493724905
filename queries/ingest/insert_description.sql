-- Keeps a description. Parameters in the order of the columns.
INSERT INTO description(digest, title, product, generator, resource_type, environment, standards,
  requirements, trusted)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
