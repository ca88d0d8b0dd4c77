"""The text of a document: bytes to even lines that know what was printed, its marks, numbers and dates."""
