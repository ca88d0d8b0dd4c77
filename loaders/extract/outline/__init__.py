"""The outline: blocks, what each of them may be, the reading of the whole document that fits best, and what it gives."""
