"""Where a graph is kept: one class per store behind a small protocol, and the choice between them."""
