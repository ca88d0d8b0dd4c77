"""Chinese: rules and words."""
