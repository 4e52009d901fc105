-- What an import overwrote in rows that were there, so that it can be undone later: JSON objects of the columns that differ.
CREATE TABLE import_change (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
);
CREATE INDEX import_change_batch ON import_change (batch_id);
