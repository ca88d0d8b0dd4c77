"""Document text becomes a record, without a database: every clause is claimed, ignored for a reason, or asked about."""
