-- KPIs that were defined in the workspace: `definition` is JSON in the form of the text that people copy and import.
CREATE TABLE own_kpi (
  id INTEGER PRIMARY KEY,
  kpi TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL
);
