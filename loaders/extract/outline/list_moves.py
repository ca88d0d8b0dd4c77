"""How units and institutions fit behind what came before: by the section, and by their numbers."""

from loaders.extract.blocks.block import Block
from loaders.extract.document.numbering import Number
from loaders.extract.outline.moves import Move, Setting
from loaders.extract.outline.role import Role
from loaders.extract.outline.state import LIST_KINDS, State, value_in

NO_UNITS_IN = ("leaders", "contacts", "staffing", "groups", "other")
STOPS = " 。.;,:"


def unit(setting: Setting, state: State, block: Block, role: Role) -> Move | None:
    """The heading of a unit."""
    number, party = role.part.number if role.part else None, role.kind == "party_unit"
    if (state.label and block.behind_heading) or state.starts_section_anew(number):
        return None
    if setting.own_sentence(state, block):
        return None
    if state.section != "divisions" and "of others" in role.clues:
        return None
    gain = 1.0 if role.name == "duties of" else _section_gain(state, party)
    if number is None and state.list_style not in (None, "plain") and "text behind without a number" in role.clues:
        gain -= 6.0
    gain += _number_gain(setting, state, number, party)
    after = state if state.section in ("divisions", "party") else state.enter_without_heading("divisions")
    heading, part = role.heading, role.part
    told = heading and part and part.text[heading.end : part.end].strip(STOPS)
    return gain, after.lists("unit", number, 1, bool(told))


def _section_gain(state: State, party: bool) -> float:
    """By the section: units stand in that of units, those of the Party may stand anywhere."""
    if state.section == "divisions":
        return 1.0 + state.awaited
    if state.section == "party":
        return 1.0 if party else -1.0
    if party:
        return -0.5
    if state.section in NO_UNITS_IN:
        return -5.0
    return 0.5 if state.awaited and state.section not in LIST_KINDS else -3.0


def _number_gain(setting: Setting, state: State, number: Number | None, party: bool) -> float:
    """By the number: the items of a list have numbers of one style that count on."""
    style = state.list_style if state.in_units else None
    if number is None:
        return 0.0 if party or style in (None, "plain") else -0.1
    if number.style == "article" and not party:
        return -3.0
    if style is None:
        return 0.5 if number.value == 1 else -0.5
    if style == "plain":
        if number.value == 1 and state.named:
            return -4.0
        return -2.5 if state.opened and state.goes_on_below(number) else -1.0
    if not state.in_list(number):
        return setting.words.grammar.outlining.OUT_OF_LIST
    if state.list_value is None or number.value is None:
        return 0.5
    return 1.5 if state.list_value + 1 in (number.value, value_in(number)) else 0.0


def unnamed(_setting: Setting, state: State, block: Block, _role: Role) -> Move | None:
    """An item of the list of units that has a number and no name."""
    number = block.number
    if state.section != "divisions" or state.opened or number is None:
        return None
    if state.list_style not in (None, number.style) or (state.list_style is None and number.value not in (None, 1)):
        return None
    return 1.5, state.lists("unit", number, 1, told=True)


def units(setting: Setting, state: State, block: Block, role: Role) -> Move | None:
    """Several units in one line."""
    assert role.units
    if state.label == "divisions" and block.behind_heading:
        return 4.0, state._replace(label="", named=0)
    inside = state.section == "divisions"
    if state.section in NO_UNITS_IN or not (inside or setting.words.grammar.outlining.UNITS_ANYWHERE):
        return None
    if state.section in LIST_KINDS and not setting.of_body(state, block):
        return None
    first = inside and role.units.plain and not (state.opened or state.list_style)
    if not (role.units.several or state.awaited or first or (block.behind_heading and inside)):
        return None
    after = state if inside else state.enter_without_heading("divisions")
    return (2.0 if inside else -1.0) + state.awaited, after._replace(opened="", awaited=False, below=None, named=0)


def bodies(setting: Setting, state: State, block: Block, role: Role) -> Move | None:
    """Institutions or branches."""
    number, found = block.number, role.bodies
    assert found
    if _speaks_of_others(setting, state, block, role) or setting.of_body(state, block):
        return None
    listed = _in_list(setting, state, role, number)
    if listed is None:
        return None
    gain, after = listed
    if number and number.style == "article" and not state.chapter:
        gain -= 3.0
    if after.starts_section_anew(number):
        gain -= 1.0
    told = bool(block.text[found.stop : block.end].strip(STOPS))
    return gain, after.lists("institution", number, len(found.names), told)


def _speaks_of_others(setting: Setting, state: State, block: Block, role: Role) -> bool:
    """Whether a sentence in a list begins with the body itself, or an English one tells of another without a number."""
    assert role.bodies
    stop = role.bodies.stop
    outlining = setting.words.grammar.outlining
    if role.bodies.begin == block.begin and setting.own_sentence(state, block):
        return True
    if block.number is None and state.list_style and outlining.SAID.match(block.text, stop, block.end):
        return True
    ours = [setting.is_ours(state, block.sub(one.name)) for one in role.bodies.names]
    return setting.is_ours(state, block.words.strip(" :。")) or outlining.of_us(ours)


def _in_list(setting: Setting, state: State, role: Role, number: Number | None) -> Move | None:
    """The list that the names belong to: the open one, the one around an institution, or one without a heading."""
    if state.section in LIST_KINDS:
        return 1.5 + _number_gain(setting, state, number, party=False), state
    if state.inside and number is None:
        return 1.0, state.leave_institution()
    if role.kind == "run" and state.section not in ("contacts", "leaders"):
        return 1.0, state.enter_without_heading("institutions")
    if role.kind in ("placed", "listed above") and state.section == "divisions" and not number:
        return 0.5, state
    if role.kind == "listed above" and state.section == "general" and not number:
        return 0.5, state.enter_without_heading("institutions")
    return None
