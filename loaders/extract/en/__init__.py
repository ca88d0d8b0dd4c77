"""Machine-translated English: rules and words."""
