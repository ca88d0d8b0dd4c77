"""Sphinx builds the guide: `make docs`. Pages that are generated elsewhere are taken in as they are."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from commands_page import page  # noqa: E402  the two folders come first

from graph.version import VERSION  # noqa: E402

(HERE / "commands.md").write_text(page(), encoding="utf-8")
project = "guapai"
version = release = VERSION
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "notebook.ipynb"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
highlight_language = "none"  # a block that names no language is none of Python
html_theme = "alabaster"
html_show_copyright = False
autodoc_typehints = "description"
# Pages of the checkout that are taken in link to their neighbours there.
suppress_warnings = ["myst.xref_missing", "misc.highlighting_failure"]
