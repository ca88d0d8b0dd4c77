"""guapai: the face of the graph. What stands behind it is in `graph` and `loaders`."""
