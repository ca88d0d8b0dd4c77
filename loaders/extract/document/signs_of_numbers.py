"""The characters that are a number by themselves, in every shape that Unicode has for lists: ㈠ ⑴ ⒈ ① ❶ ㊀ ⒜ Ⓐ."""

import unicodedata
from collections.abc import Iterator

CHINESE = "一二三四五六七八九十"
# Enclosed figures and letters, numbers with a stop or in brackets, the same for Chinese numerals.
BLOCKS = (
    (0x2460, 0x2500),
    (0x2776, 0x2794),
    (0x3220, 0x322A),
    (0x3248, 0x3260),
    (0x3280, 0x328A),
    (0x32B1, 0x32C0),
    (0x1F100, 0x1F16A),
)
ROMAN = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


def _every() -> Iterator[tuple[str, str, int]]:
    """Each sign with the style of the numbers that it looks like, and its value."""
    for sign in (chr(code) for begin, end in BLOCKS for code in range(begin, end)):
        shape = unicodedata.normalize("NFKC", sign)
        inner = shape.strip("(),.")
        value = unicodedata.numeric(sign, None)
        if len(inner) == 1 and inner.isascii() and inner.isalpha():
            value = ord(inner.lower()) - ord("a") + 1
        if value is None or value < 0:
            continue
        yield sign, _style(shape, inner), int(value)
    for index, sign in enumerate(ROMAN):
        yield sign, "roman", index % 12 + 1


def _style(shape: str, inner: str) -> str:
    if shape.startswith("("):
        return "bracketed-chinese" if inner[0] in CHINESE else "bracketed"
    return "dotted" if shape.endswith((".", ",")) else "circled"


SIGNS = {sign: (style, value) for sign, style, value in _every()}
BY_STYLE = {
    style: "".join(sign for sign, (one, _) in SIGNS.items() if one == style)
    for style in ("bracketed-chinese", "bracketed", "dotted", "circled", "roman")
}
EVERY = "".join(SIGNS)
