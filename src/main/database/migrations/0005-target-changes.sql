-- What a target was and became. A value of NULL on either side is a target that was not there.
CREATE TABLE target_changes (
  id INTEGER PRIMARY KEY,
  changed_at TEXT NOT NULL,
  kpi TEXT NOT NULL,
  scope_kind TEXT NOT NULL,
  scope_key TEXT NOT NULL DEFAULT '',
  period TEXT NOT NULL DEFAULT '',
  value_before REAL,
  amber_before REAL,
  red_before REAL,
  value_after REAL,
  amber_after REAL,
  red_after REAL
);
CREATE INDEX target_changes_of ON target_changes (kpi, scope_kind, scope_key, period);
