"""What sentences say: families of rules over passages, each noting its facts."""
