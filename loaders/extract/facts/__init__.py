"""What is known of each unit so far, and whom words in the document mean by it."""
