"""Records that are there already: what an earlier run of the same command made stays, so that the command goes on where it stopped."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.errors import GuapaiError
from graph.messages import remark
from graph.said import Said

if TYPE_CHECKING:
    from guapai.cli.extracting import Job


def waiting(jobs: Iterable["Job"]) -> list["Job"]:
    """The jobs without those whose records are there; says how many these are."""
    asked = list(jobs)
    left = [job for job in asked if not is_made(job)]
    if len(left) < len(asked):
        remark(
            Said(
                "{} of {} records are there already and stay: --force makes them anew",
                len(asked) - len(left),
                len(asked),
            )
        )
    return left


def is_made(job: "Job") -> bool:
    """Whether this version made the record of the same text, told nothing besides the text, and nobody has reviewed it."""
    from loaders.extract.extraction import prepared
    from loaders.extract.record.composing import EXTRACTION_KEY
    from loaders.reading import read_record

    if job.record is None or job.place or job.words or not job.record.is_file():
        return False
    if job.page and not job.record.with_suffix(".html").is_file():
        return False
    try:
        record = read_record(job.record).record
        made = not record.reviewed and record.document.extraction_key == EXTRACTION_KEY
        return made and record.document.sha256 == prepared(job.document, job.encoding).sha256
    except GuapaiError:
        return False
