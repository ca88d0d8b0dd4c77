"""Documents and records become nodes and relationships."""
