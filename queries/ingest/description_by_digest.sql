-- Question: which descriptions have this digest? Parameter: 1 the digest. By id.
SELECT id, title, product, generator, resource_type, environment, standards, requirements, trusted
FROM description WHERE digest = ?1 ORDER BY id;
