"""How a command ends: what stands on stderr, and its exit code; no traceback is ever shown."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from platform import platform
from tempfile import NamedTemporaryFile, gettempdir
from traceback import format_exception
from typing import NoReturn

from graph.errors import GuapaiError
from graph.messages import error_record, error_text, reader, remark
from graph.plain_text import json_text
from graph.said import Said
from graph.settings import settings
from graph.streams import ESCAPES, discard, is_unicode, tell
from graph.system_errors import of_the_system
from graph.version import VERSION
from guapai.cli.helping import with_headings
from guapai.cli.mistakes import WrongCommand, wrong_command

LOGIN = re.compile(r"(?<=//)[^\s/@]*(?:/[^\s/@]*)?@")


@contextmanager
def told(*, as_json: bool) -> Iterator[None]:
    """Whatever happens inside becomes a message on stderr, or a JSON object in one line there, and an exit code."""
    stdout = sys.stdout
    try:
        yield
    except GuapaiError as error:
        _end(error, as_json)
    except WrongCommand as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # what it says is the help
            shown = error.format_message()
            tell(with_headings(shown) if reader() == "zh" else shown)
            sys.exit(2)
        _end(wrong_command(error), as_json)
    except KeyboardInterrupt:
        remark(Said("interrupted"))
        sys.exit(130)
    except BrokenPipeError:
        _reader_left()
    except SystemExit:
        # Typer puts another stream there when the reader of stdout has seen enough (`| head`): no error.
        if sys.stdout is not stdout:
            _reader_left()
        raise
    except OSError as error:
        if error.filename is None:
            discard(sys.stdout)
        _end(of_the_system(error), as_json)
    except BaseException as error:  # a panic of an engine is no Exception
        _end(_unknown(error), as_json)


def _reader_left() -> NoReturn:
    discard(sys.__stdout__)
    sys.exit(0)


def _end(error: GuapaiError, as_json: bool) -> NoReturn:
    tell(json_text(error_record(error), ascii_only=not is_unicode(sys.stderr)) if as_json else error_text(error))
    sys.exit(error.exit_code)


def _unknown(error: BaseException) -> GuapaiError:
    """The last resort: what to report of an error that nobody foresaw."""
    where = kept(error)
    found = Said("an error that nobody foresaw: {}", type(error).__name__)
    todo = (
        Said("report it with what stands in {}", where)
        if where
        else Said("make room on the disk, run it again, and report it")
    )
    return GuapaiError("guapai", found, Said("a result, or a message that helps"), todo)


def kept(error: BaseException) -> Path | None:
    """The file that the traceback was written to; None where no file can be written."""
    lines = [f"guapai {VERSION}, Python {sys.version}, {platform()}\n", *format_exception(error)]
    content = _without_logins("".join(lines)).encode(errors=ESCAPES)
    for folder in (settings().log_folder, Path(gettempdir())):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(
                prefix=f"guapai-{datetime.now():%Y%m%d-%H%M%S}-", suffix=".txt", dir=folder, delete=False
            ) as file:
                file.write(content)
            return Path(file.name)
    return None


def _without_logins(text: str) -> str:
    """The text without the password that this process knows, and without logins in addresses."""
    password = settings().neo4j_password
    if password:
        text = text.replace(password.get_secret_value(), "***")
    return LOGIN.sub("***@", text)
