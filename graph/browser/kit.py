"""The catalogue for the Browser: favourites by topic, a style, and the `:param` lines to begin with."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from graph.browser.style import grass
from graph.catalog.literals import parameter_lines
from graph.catalog.parameters import Parameter
from graph.catalog.stored_query import PICTURE, StoredQuery
from graph.errors import RefusedError
from graph.said import Said
from graph.writing import make_folder, refuse_stdout, write_whole

STYLE, PARAMETERS, ALL = "guapai.grass", "parameters.cypher", "favourites.zip"
KIT = "guapai browser kit FOLDER"
TO_FILL, IDS_TO_FILL = "TEXT", ["ID"]


def write_kit(queries: list[StoredQuery], folder: Path, language: str, *, force: bool = False) -> list[Path]:
    """Write all files; the paths come back in order. Raises RefusedError, before anything is written, where a file
    is there already and is not to be replaced.
    """
    texts = kit(queries, language)
    files = {folder / ALL: zipped(texts)} | {folder / name: text for name, text in texts.items()}
    refuse_stdout(folder, KIT, Said("a folder"))
    there = [path for path in files if path.exists()]
    if there and not force:
        found = (
            Said("it is there already, with {} others", len(there) - 1) if there[1:] else Said("it is there already")
        )
        raise RefusedError(
            str(there[0]), found, Said("a folder without files of these names"), Said("write over them: --force")
        )
    for path, content in files.items():
        make_folder(path.parent, KIT)
        write_whole(path, content)
    return list(files)


def kit(queries: list[StoredQuery], language: str) -> Mapping[str, str]:
    """The content of each file by its name in the folder."""
    files = {STYLE: grass(language), PARAMETERS: beginning(queries)}
    for query in queries:
        name = query.name.replace(".", "/")
        files[f"{name}.cypher"] = favourite(query, query.text)
        if query.picture is not None:
            files[f"{name}{PICTURE}"] = favourite(query, query.picture, "Picture: ")
    return files


def zipped(texts: Mapping[str, str]) -> bytes:
    """All favourites in one file, the same bytes each time: the Browser takes one file at a time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, text in texts.items():
            if name != STYLE:
                file.writestr(zipfile.ZipInfo(f"guapai/{name}"), text)
    return content.getvalue()


def favourite(query: StoredQuery, text: str, kind: str = "") -> str:
    """The text of a query or its picture, its `:param` lines behind the question, which the Browser shows as its name.

    They are comments: the Browser shows no rows of a text that holds commands as well.
    """
    rest = text.partition("\n")[2]
    return "\n".join([f"// {kind}{query.question}", *(f"// {line}" for line in lines_of(query.parameters)), rest])


def lines_of(parameters: tuple[Parameter, ...]) -> list[str]:
    """A `:param` line with the default of each parameter, with a text to be replaced where there is none."""
    return parameter_lines({one.name: _beginning(one) for one in parameters})


def _beginning(parameter: Parameter) -> object:
    """The default of a parameter; where it has none, what is to be replaced: a text, or ids of things."""
    return parameter.default if not parameter.required else IDS_TO_FILL if parameter.is_thing else TO_FILL


def beginning(queries: list[StoredQuery]) -> str:
    """`:param` lines that give every optional parameter its default, in one click; the others are comments."""
    known = {one.name: one for query in queries for one in query.parameters}
    known |= {one.name: one for query in queries for one in query.parameters if not one.required}
    ordered = [known[name] for name in sorted(known)]
    needed = [f"// {line}" for line in lines_of(tuple(one for one in ordered if one.required))]
    optional = [f"{line};" for line in lines_of(tuple(one for one in ordered if not one.required))]
    return "\n".join(["// guapai: parameters of the stored queries 查询参数", *needed, *optional]) + "\n"
