-- `deal` is a deal's id or, where it has none, its name.
CREATE TABLE stage_changes (
  id INTEGER PRIMARY KEY,
  deal TEXT NOT NULL,
  stage TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  extra TEXT,
  batch_id INTEGER
);
CREATE INDEX stage_changes_deal ON stage_changes (deal);
