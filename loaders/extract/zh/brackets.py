"""What Chinese brackets behind a name hold: second names, or what is said of the unit."""

import re

from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.stretch import Stretch

# A bracket that says something about the unit in front of it.
SAID = re.compile(r"包括|下设|内设|下辖|含.{2,20}[、和]|合署|同处[一壹]|承担|设[在于]|负责|编制[^、,;]{0,4}\d")
RANK = re.compile(r"[正副][处科厅局股部县]")
NO_NAME = ("后改", "后更", "由", "含", "不含", "简称", "以下简称", "公益", "参照", "与", "和")


def second_names(words: Lexicon, _inner: str, pieces: list[Stretch]) -> list[Stretch]:
    """The names among the pieces; none where work is listed with them: 建设信息中心、网站维护."""
    good = [piece for piece in pieces if _is_name(words, str(piece))]
    others = [
        piece
        for piece in pieces
        if piece not in good
        and piece.text[piece.start - 1 : piece.start] + piece.text[piece.end : piece.end + 1] != ",)"
    ]
    work = [piece for piece in others if "、" in piece.text[piece.start - 1] + piece.text[piece.end : piece.end + 1]]
    return [] if any(not words.matches("remark").search(str(piece)) for piece in work) else good


def _is_name(words: Lexicon, name: str) -> bool:
    named = len(name) > 1 and (words.ends(name, "unit") or words.ends(name, "body"))
    return named and not RANK.match(name) and not name.startswith(NO_NAME) and "合署" not in name
