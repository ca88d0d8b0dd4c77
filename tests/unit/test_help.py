"""The help of every command is told in Chinese, too."""

import typer

from guapai.cli.app import app
from guapai.cli.helping import help_texts, known, paragraphs


def test_every_paragraph_of_help_has_its_chinese_and_every_chinese_its_paragraph() -> None:
    said = {part for text in help_texts(typer.main.get_command(app)) for part in paragraphs(text) if part}
    told = set(known()["paragraphs"])
    assert (sorted(said - told), sorted(told - said)) == ([], [])
