-- Leads without an e-mail address are told apart by name and company.
ALTER TABLE leads ADD COLUMN company TEXT;
