"""Documents of random shape whose contents are known: the ways in which pages say what a body is made of, combined."""

from tests.extraction.shapes.shaped import Shaped
from tests.extraction.shapes.writing import shaped

__all__ = ["Shaped", "shaped"]
