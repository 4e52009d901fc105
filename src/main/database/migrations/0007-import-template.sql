-- Mappings of columns to fields that a person has given a name: definition is {columns, key, dateOrder} as JSON.
CREATE TABLE import_template (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  dataset TEXT NOT NULL,
  definition TEXT NOT NULL
);
