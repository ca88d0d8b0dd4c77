"""The graph of organizational relationships: what may be in it, where it is kept, what is asked of it."""
