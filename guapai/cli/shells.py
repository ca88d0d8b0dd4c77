"""How the values offered behind the Tab key are written for a shell, so that names with blanks, quotes and signs stay one word.

Typer's own writing leaves bash words to fall apart at blanks, and zsh a text to run: what a document calls a unit is only text.
"""

import os
import re
from shlex import quote

from typer._click.shell_completion import CompletionItem, add_completion_class, split_arg_string
from typer._completion_classes import BashComplete, FishComplete, ZshComplete
from typer._completion_shared import _completion_scripts

BASH = """
%(complete_func)s() {
    local IFS=$'\\n'
    mapfile -t COMPREPLY < <(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(autocomplete_var)s=complete_bash $1)
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    return 0
}

complete -o default -F %(complete_func)s %(prog_name)s
"""
ZSH = """
#compdef %(prog_name)s

%(complete_func)s() {
  eval "$(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" %(autocomplete_var)s=complete_zsh %(prog_name)s)"
}

compdef %(complete_func)s %(prog_name)s
"""
# Bash takes = for the end of a word: NAME=VALUE comes as three words, and only the last of them is replaced.
APART = re.compile(r"(?<=\w)\n=(\n|$)")
SIGNS = {"": re.compile(r"""([\s"'\\$`!&|;()<>*?\[\]{}~#^])"""), '"': re.compile(r'(["\\$`])'), "'": re.compile(r"(')")}
MARK = "\N{WHITE STAR}"  # stands for what is not typed yet


class Bash(BashComplete):
    """Words come a line each, with the quotes and backslashes that were typed; they go back with those that the last began with."""

    source_template = BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the last, and the last as far as it was typed."""
        typed = os.environ["COMP_WORDS"].split("\n")[: int(os.environ["COMP_CWORD"]) + 1]
        words = APART.sub("=", "\n".join(typed)).split("\n")
        self.apart = len(words) < len(typed) and (typed[-1] == "=" or typed[-2] == "=")
        self.opened = typed[-1][:1] if typed[-1][:1] in ('"', "'") else ""
        read = [" ".join(split_arg_string(word)) for word in words]
        return read[1:-1], read[-1]

    def format_completion(self, item: CompletionItem) -> str:
        """What replaces the last word: behind a quote that is open, or with a backslash before each sign."""
        value = item.value.partition("=")[2] if self.apart else item.value
        return SIGNS[self.opened].sub(r"'\\\1'" if self.opened == "'" else r"\\\1", value)


class Zsh(ZshComplete):
    """A line as it was typed comes in; offers with what is said beside each go back, as quoted text."""

    source_template = ZSH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the last, and the last as far as it was typed."""
        return _words(os.environ.get("_TYPER_COMPLETE_ARGS", ""))

    def complete(self) -> str:
        """A command of zsh that shows the offers; no blank follows the name of a parameter."""
        items = self.get_completions(*self.get_completion_args())
        if not items:
            return "_files"
        offers = " ".join(quote(_escaped(item.value) + (f":{item.help}" if item.help else "")) for item in items)
        close = " -S ''" if all(item.value.endswith("=") for item in items) else ""
        return f"local -a offers; offers=({offers}); _describe offer offers{close}"


class Fish(FishComplete):
    """A line as it was typed comes in; fish itself quotes what goes back."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the last, and the last as far as it was typed."""
        return _words(os.environ.get("_TYPER_COMPLETE_ARGS", ""))


def _words(line: str) -> tuple[list[str], str]:
    *before, last = split_arg_string(line + MARK)
    return before[1:], last.removesuffix(MARK)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace(":", "\\:")


def use() -> None:
    """Let the shells have these, with a script that is installed, too; after Typer, which takes up its own with each command line."""
    for kind in (Bash, Zsh, Fish):
        add_completion_class(kind, kind.name)
    _completion_scripts.update(bash=BASH, zsh=ZSH)
