"""Records that name each other's bodies: bureaus of one place that work with the same partners and share every parent."""

import hashlib
from pathlib import Path

from loaders.reading import RecordFile, read_record

FIXTURES = Path(__file__).parent / "fixtures"
BUREAUS = ("Grain", "Salt", "Tea", "Silk", "Paper", "Bamboo", "Pearl", "Lantern")


def family(folder: Path, size: int = len(BUREAUS)) -> list[RecordFile]:
    """Records of so many bureaus, of the forest bureau that all of them name, and of one elsewhere."""
    text = (FIXTURES / "grain.yaml").read_text(encoding="utf-8")
    files = []
    for bureau in BUREAUS[:size]:
        path = folder / f"{bureau.lower()}.yaml"
        own = text.replace("Jinhua City Grain Bureau", f"Jinhua City {bureau} Bureau")
        path.write_text(own.replace("0" * 64, hashlib.sha256(bureau.encode()).hexdigest()), encoding="utf-8")
        files.append(read_record(path))
    return [*files, *(read_record(FIXTURES / f"{name}.yaml") for name in ("forest", "harbour"))]
