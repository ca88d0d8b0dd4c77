"""Declared rules: one for each way of saying a thing, over a vocabulary, with examples that the tests run."""
