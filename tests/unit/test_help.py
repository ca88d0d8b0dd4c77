"""The help of every command is told in Chinese, too."""

import typer

from guapai.cli.app import app
from guapai.cli.helping import help_texts, known, list_whole, paragraphs


def test_every_paragraph_of_help_has_its_chinese_and_every_chinese_its_paragraph() -> None:
    said = {part for text in help_texts(typer.main.get_command(app)) for part in paragraphs(text) if part}
    told = set(known()["paragraphs"])
    assert (sorted(said - told), sorted(told - said)) == ([], [])


def test_a_list_of_commands_shows_the_first_sentence_of_each_as_a_whole() -> None:
    list_whole(command := typer.main.get_command(app))
    shown = command.get_help(typer.Context(command, info_name="guapai"))
    assert "..." not in shown.partition("Commands:")[2]
    assert "loading again writes nothing." in " ".join(shown.split())
