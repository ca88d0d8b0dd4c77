"""How headings of bodies and of sections, and announcements of lists, fit behind what came before."""

from loaders.extract.blocks.block import Block
from loaders.extract.outline.moves import INSIDE, Move, Setting
from loaders.extract.outline.role import Role
from loaders.extract.outline.state import LIST_KINDS, State

# Sections that the title of a further body may begin: "X duties".
TITLES = ("duties", "divisions")


def body(_setting: Setting, state: State, block: Block, role: Role) -> Move | None:
    """The name of a body: the first, the same again, or the next one."""
    named, number = role.named, block.number
    assert named
    fresh = not state.told & 1 << named.index
    gain = _next_body(state, block, role) if fresh and state.told else 0.0
    if gain is None:
        return None
    after = state._replace(
        body=named.index, told=state.told | 1 << named.index, inside=False, outer=None, opened="", named=0, below=None
    )
    if number:
        after = after._replace(body_style=number.style, body_value=number.value)
    if role.kind == "sentence":
        return gain, _behind_sentence(after, role)
    if role.kind or fresh:
        return gain, after.enter(role.kind or "general", number)
    return gain, after


def _next_body(state: State, block: Block, role: Role) -> float | None:
    """What speaks for a further body: alone in its line, no item in a list of institutions; None where it is none."""
    number = block.number
    next_one = number is not None and number.style == state.body_style and number.value == (state.body_value or 0) + 1
    own = role.kind in TITLES or (next_one and role.kind != "sentence")
    if (role.kind and not own) or (number is None and state.inside):
        return None
    gain = 3.0 if next_one else 0.0
    if state.section in LIST_KINDS:
        later = number is not None and (number.value or 0) > 1 and state.list_style != number.style
        if number is None or not (next_one or later or state.style == number.style):
            return None
        gain -= 0.0 if later else 1.0
    return gain - 2.0 if number is None and state.opened == "institution" else gain


def _behind_sentence(after: State, role: Role) -> State:
    """Behind a sentence that begins with the body's name, which may announce a list and name it, too."""
    announces = role.named.announces if role.named else ""
    if not announces:
        return after.enter("general", None) if after.section in LIST_KINDS else after
    return _awaiting(after.enter(announces, None), announces, bool(role.units))


def _awaiting(after: State, kind: str, listed: bool) -> State:
    """Behind an announcement of units; where it names them itself, the section is at its end."""
    if kind != "divisions":
        return after
    return after._replace(awaited=True, section="general") if listed else after._replace(awaited=True)


def section(_setting: Setting, state: State, block: Block, role: Role) -> Move:
    """The heading of a section, of the body or of an institution in a list."""
    number, gain = block.number, 0.0
    if number and state.follows_section(number):
        gain += 1.0
    if number and state.in_units and state.list_style and state.in_list(number):
        gain -= 1.0
    if number is None and state.opened == "unit" and role.kind == "duties":
        gain -= 2.0
    listed = state.section in LIST_KINDS and state.opened == "institution"
    if listed and state.named < 2 and role.kind in (*INSIDE, "contacts") and block.style and block.style != state.style:
        return gain, state.enter_institution(role.kind)
    after = state.enter(role.kind, number)
    return gain, after._replace(managing="of bureaus" in role.clues, chapter="chapter" in role.clues)


def announcement(setting: Setting, state: State, block: Block, role: Role) -> Move | None:
    """A sentence that announces a list of units, of institutions or of duties."""
    kind = role.kind
    if state.body < 0:
        return None
    if state.section in LIST_KINDS:
        if kind in LIST_KINDS:
            return -1.0, state._replace(opened="", named=0)
        if kind != "divisions" or not setting.of_body(state, block):
            return None
    gain = -3.0 if state.section == "divisions" and kind == "duties" else 0.0
    return gain, _awaiting(state.enter(kind, block.number), kind, bool(role.units))
