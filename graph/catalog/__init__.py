"""Stored queries: a .cypher file becomes a `StoredQuery` with parameters and an answer."""
