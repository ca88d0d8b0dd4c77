"""The modules of the program, for guards that read them."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("graph", "guapai", "loaders")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
