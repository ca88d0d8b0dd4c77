"""How this guapai was installed, and so what to run to have more of it: guapai need not be on an index."""

import json
import sys
from importlib.metadata import PackageNotFoundError, distribution
from urllib.parse import unquote, urlsplit

NAME = "guapai"


def with_extra(extra: str) -> str:
    """The command that adds an extra to this installation; see `source`."""
    wanted = f"'{source()}[{extra}]'"
    if "/pipx/" in sys.prefix:
        return f"pipx install --force {wanted}"
    if "/uv/tools/" in sys.prefix:
        return f"uv tool install --force {wanted}"
    return f"pip install {wanted}"


def again() -> str:
    """The command that installs guapai anew, as new as its source is."""
    return f"pip install --upgrade --force-reinstall '{source()}'"


def source() -> str:
    """Where guapai was installed from: a folder or an address that pip noted down (PEP 610), else its name."""
    try:
        noted = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        noted = None
    address = str(json.loads(noted)["url"]) if noted else NAME
    parts = urlsplit(address)
    return unquote(parts.path) if parts.scheme == "file" else address
