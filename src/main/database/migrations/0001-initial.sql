CREATE TABLE workspace_setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  sheet TEXT,
  dataset TEXT NOT NULL,
  mapping TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  inserted INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL
);

CREATE TABLE import_reject (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  row_number INTEGER NOT NULL,
  column_name TEXT,
  value TEXT,
  reason TEXT NOT NULL,
  cells TEXT NOT NULL
);
CREATE INDEX import_reject_batch ON import_reject (batch_id);

-- Columns of imported sheets that map to no field; their values lie in each row's `extra` as a JSON object.
CREATE TABLE extra_column (
  id INTEGER PRIMARY KEY,
  dataset TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (dataset, name)
);

CREATE TABLE reps (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  team TEXT,
  region TEXT,
  manager TEXT,
  email TEXT,
  start_date TEXT,
  end_date TEXT,
  extra TEXT,
  batch_id INTEGER
);

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  category TEXT,
  list_price REAL,
  unit_cost REAL,
  extra TEXT,
  batch_id INTEGER
);

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  segment TEXT,
  region TEXT,
  industry TEXT,
  acquired_on TEXT,
  churned_on TEXT,
  recurring_amount REAL,
  extra TEXT,
  batch_id INTEGER
);

CREATE TABLE leads (
  id INTEGER PRIMARY KEY,
  created_on TEXT NOT NULL,
  name TEXT,
  email TEXT,
  source TEXT,
  rep_id INTEGER REFERENCES reps (id),
  status TEXT,
  converted_on TEXT,
  score REAL,
  extra TEXT,
  batch_id INTEGER
);
CREATE INDEX leads_created_on ON leads (created_on);
CREATE INDEX leads_rep ON leads (rep_id);

CREATE TABLE opportunities (
  id INTEGER PRIMARY KEY,
  deal_id TEXT,
  name TEXT,
  created_on TEXT,
  closed_on TEXT,
  stage TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
  amount REAL,
  rep_id INTEGER REFERENCES reps (id),
  customer_id INTEGER REFERENCES customers (id),
  product_id INTEGER REFERENCES products (id),
  lead_source TEXT,
  extra TEXT,
  batch_id INTEGER
);
CREATE INDEX opportunities_created_on ON opportunities (created_on);
CREATE INDEX opportunities_closed_on ON opportunities (closed_on);
CREATE INDEX opportunities_rep ON opportunities (rep_id);
CREATE INDEX opportunities_customer ON opportunities (customer_id);
CREATE INDEX opportunities_product ON opportunities (product_id);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  order_no TEXT,
  ordered_on TEXT NOT NULL,
  customer_id INTEGER REFERENCES customers (id),
  rep_id INTEGER REFERENCES reps (id),
  product_id INTEGER REFERENCES products (id),
  quantity REAL,
  unit_price REAL,
  discount REAL,
  amount REAL NOT NULL,
  cost REAL,
  extra TEXT,
  batch_id INTEGER
);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE INDEX orders_ordered_on ON orders (ordered_on);
CREATE INDEX orders_rep ON orders (rep_id);
CREATE INDEX orders_product ON orders (product_id);

CREATE TABLE activities (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  rep_id INTEGER NOT NULL REFERENCES reps (id),
  type TEXT NOT NULL,
  count INTEGER NOT NULL DEFAULT 1,
  extra TEXT,
  batch_id INTEGER
);
CREATE INDEX activities_date ON activities (date);
CREATE INDEX activities_rep ON activities (rep_id);

CREATE TABLE competitor_prices (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  competitor TEXT NOT NULL,
  price REAL NOT NULL,
  observed_on TEXT,
  extra TEXT,
  batch_id INTEGER
);
CREATE INDEX competitor_prices_product ON competitor_prices (product_id, competitor, observed_on);

CREATE TABLE quotas (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL,
  amount REAL NOT NULL,
  rep_id INTEGER REFERENCES reps (id),
  team TEXT,
  measure TEXT NOT NULL DEFAULT 'bookings',
  extra TEXT,
  batch_id INTEGER
);
CREATE INDEX quotas_rep ON quotas (rep_id);

CREATE TABLE benchmarks (
  id INTEGER PRIMARY KEY,
  kpi TEXT NOT NULL,
  value REAL NOT NULL,
  source TEXT,
  period TEXT,
  industry TEXT,
  extra TEXT,
  batch_id INTEGER
);

-- scope_kind `all` has an empty scope_key; otherwise scope_key is the name of the rep, team, product or segment.
CREATE TABLE targets (
  id INTEGER PRIMARY KEY,
  kpi TEXT NOT NULL,
  scope_kind TEXT NOT NULL CHECK (scope_kind IN ('all', 'team', 'rep', 'product', 'segment')),
  scope_key TEXT NOT NULL DEFAULT '',
  period TEXT NOT NULL DEFAULT '',
  value REAL NOT NULL,
  amber REAL,
  red REAL,
  UNIQUE (kpi, scope_kind, scope_key, period)
);

CREATE TABLE scenarios (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL
);
