-- A plan's definition is JSON: src/shared/incentives/incentive-plan.ts.
CREATE TABLE incentive_plans (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL
);
