"""What was read becomes a record, in the characters of its document."""
