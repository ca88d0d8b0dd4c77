"""Every block with all that it may be, seen without knowing what the blocks around it turn out to be."""

import re
from collections.abc import Iterator

from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import opener
from loaders.extract.mentions.names import is_name
from loaders.extract.outline.heading_roles import HeadingRoles
from loaders.extract.outline.list_roles import ListRoles
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Role, Seen
from loaders.extract.outline.units import unit_roles

# A cell with a number of a telephone or of a room.
FIGURES = re.compile(r"[\s\d+()、,;/转-]{1,60}")
# Fields that are told by the word above their column alone; an address there is a room.
BELOW_COLUMNS = ("head", "phone")
POST = r"(?:负责人|主任|书记|法定代表人|[局所站馆院校队处园]长)"
PERSON = re.compile(
    r"\s{0,9}(?P<name>[^-—–\s()]{2,30})(?:\s?[-—–]{1,2}\s?[\u4e00-\u9fff·]{2,6}[\s—–-]{1,3}[正副一二三四五六七八九十\d][\u4e00-\u9fff]?级"
    rf"|\({POST}[:\s]?[\u4e00-\u9fff·]{{2,6}}\)|\s{POST}\s[\u4e00-\u9fff·]{{2,6}}(?:\s[正副][\u4e00-\u9fff]级?)?)\s{{0,9}}"
)
SIGNS = re.compile(r"[;；,。:.、]|\d{5,}")


def look(overview: Overview, blocks: tuple[Block, ...]) -> Iterator[Seen]:
    """Every block with what it may be."""
    headings, lists = HeadingRoles(overview), ListRoles(overview)
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        before = blocks[index - 1] if index else None
        if block.head:
            yield Seen(block, (Role("head", 9.0, kind=block.head),))
        elif (named := overview.words.field_of_column(block.column)) and named[1] in BELOW_COLUMNS:
            yield Seen(block, (Role("field", 9.0, kind=named[1]),))
        elif block.cells > 1 and FIGURES.fullmatch(block.text, block.start, block.end):
            yield Seen(block, (Role("figures", 9.0),))
        elif block.column in overview.words.columns["attribute"]:
            yield Seen(block, (Role("attribute", 9.0),))
        elif before and _of_person(block, before):
            yield Seen(block, (Role("text", 0.0, part=block), Role("person", 9.0)))
        else:
            yield Seen(block, tuple(_roles(overview, headings, lists, block, following)))


def _of_person(block: Block, before: Block) -> bool:
    """A Chinese heading that is repeated with who heads it, mostly with a grade: "体育总会-李四 三级"."""
    found = PERSON.fullmatch(block.text, block.begin, block.end)
    return bool(found and found["name"].strip() in before.words)


def _roles(
    overview: Overview, headings: HeadingRoles, lists: ListRoles, block: Block, following: Block | None
) -> Iterator[Role]:
    yield Role("text", 0.0, part=block)
    yield from headings.body(block, following)
    begin = overview.words.grammar.outlining.behind_label(overview.words, block)
    part: Part = block.behind(begin) if begin else block
    if field := headings.field(part):
        yield field
        return
    yield from headings.section(block, part)
    # What stands under "duties" or "remarks" names no unit of its own.
    if block.column not in overview.words.columns["other"]:
        yield from unit_roles(overview, part, following)
    yield from lists.roles(block, part)
    yield from _set_aside(overview, part)


def _set_aside(overview: Overview, part: Part) -> Iterator[Role]:
    """What is no part of the document, and headings of which no word says what they are about."""
    words, printed = overview.words, part.text[part.start : part.end]
    kind = "noise_always" if "。" in printed else "noise"
    # What announces a list is no surroundings, whatever words of theirs are in its names.
    if words.matches(kind).search(printed) and not opener(words, part.text, part.begin, part.end):
        yield Role("noise", 3.0, part=part)
    span = part.span
    if span is None or SIGNS.search(part.sub(span)):
        return
    said = part.sub(span)
    if not part.number and is_name(words, said, "unit"):
        yield Role("stray heading", 0.1, part=part)
    if words.grammar.outlining.may_head(said, part.number is not None):
        yield Role("other heading", 0.3, part=part)
