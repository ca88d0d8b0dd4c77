"""Where a document came from: what the user says, the manifest of `guapai fetch` beside it, or the saved page itself."""

import json
import re
from pathlib import Path

from graph.reading import LIMIT
from loaders.extract.document.text import Origin

MANIFEST = "manifest.jsonl"
HEAD = 50_000
ADDRESS = re.compile(r"https?://[^\s\"'<>\\\x00-\x20\x7f]{3,1000}", re.IGNORECASE)
# Browsers write the address into the pages that they save; pages name their own.
SAVED = (
    re.compile(r"<!--\s{0,9}saved from url=\(\d{1,5}\)\s{0,9}([^\s<>]{1,1000})", re.IGNORECASE),
    re.compile(r"<link\b(?=[^<>]{0,300}\brel=[\"']?canonical\b)[^<>]{0,300}\bhref=[\"']?([^\s\"'<>]{1,1000})", re.IGNORECASE),
    re.compile(r"<meta\b(?=[^<>]{0,300}\bproperty=[\"']?og:url\b)[^<>]{0,300}\bcontent=[\"']?([^\s\"'<>]{1,1000})", re.IGNORECASE),
)  # fmt: skip
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def origin_of_file(path: Path, sha256: str) -> Origin:
    """What the manifest beside a file says of it, while the file is as it was fetched; else nothing."""
    manifest = path.parent / MANIFEST
    try:
        if not manifest.is_file() or manifest.stat().st_size > LIMIT:
            return Origin()
        lines = manifest.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Origin()
    for line in reversed(lines):
        entry = _entry(line)
        if entry.get("file") == path.name and entry.get("sha256") == sha256:
            day = DAY.match(str(entry.get("retrieved") or ""))
            return Origin(source=address_in(str(entry.get("address"))), retrieved=day[0] if day else None)
    return Origin()


def _entry(line: str) -> dict[str, object]:
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}


def origin_of_page(page: str) -> Origin:
    """The address that a saved page gives as its own."""
    head = page[:HEAD]
    found = (pattern.search(head) for pattern in SAVED)
    return Origin(source=next((address for one in found if one and (address := address_in(one[1]))), None))


def address_in(text: str) -> str | None:
    """The text where it is an address of the web without a login; else None."""
    whole = ADDRESS.fullmatch(text.strip())
    return whole[0] if whole and "@" not in whole[0].split("/")[2] else None
