-- Sets a setting. Parameters: 1 its name, 2 its value.
INSERT OR REPLACE INTO setting(name, value) VALUES (?1, ?2);
