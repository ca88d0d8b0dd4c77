"""What names a text holds: names and their brackets, places, offices, second names, terms."""
