"""Every clause is claimed, set aside for a reason, or asked about."""
