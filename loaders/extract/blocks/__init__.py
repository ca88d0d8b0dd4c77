"""A document as blocks: paragraphs, items with their numbers, cells that know their column, sections."""
