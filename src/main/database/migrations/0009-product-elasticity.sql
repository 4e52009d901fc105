-- The person's own figure for how the quantity sold answers the price; empty where orders are to tell.
ALTER TABLE products ADD COLUMN elasticity REAL;
