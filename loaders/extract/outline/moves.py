"""How well a role fits behind what came before, by section and number, and where reading stands behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from loaders.extract.blocks.block import Block
from loaders.extract.blocks.sections import opener
from loaders.extract.document.numbering import Number
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.role import Role
from loaders.extract.outline.state import LIST_KINDS, State, value_in

Move = tuple[float, State]
"""What speaks for a role here beside its own clues, and the state behind it."""

# What a label below an institution in a list may be about.
INSIDE = ("duties", "divisions", "staffing")
# How far a sentence is looked at for its subject.
LONGEST = 40


@dataclass(frozen=True)
class Setting:
    """What all moves of a document need: the words of its language and the names of its bodies."""

    words: Lexicon
    bodies: tuple[str, ...]
    spoken: bool = False
    """Whether the document is about the first of them from its beginning, wherever its name stands."""

    def is_ours(self, state: State, name: str) -> bool:
        """Whether a name is that of the body that is read about."""
        return 0 <= state.body < len(self.bodies) and same_body(self.words, self.bodies[state.body], name)

    def of_body(self, state: State, block: Block) -> bool:
        """Whether a sentence behind a list of institutions says what units the body around it has, by its subject.

        Without a subject it is about the body where several institutions were named and nothing was told of any.
        """
        outlining = self.words.grammar.outlining
        announced = opener(self.words, block.text, block.begin, block.end) == "divisions"
        if not (announced or outlining.UNITS_BEHIND.match(block.text, block.begin, block.end)):
            return False
        if self.own_sentence(state, block):
            return True
        found = outlining.SUBJECT.match(block.text, block.begin, block.end)
        if found is None:
            return False
        subject = found["subject"].strip().removeprefix("It")
        return self.is_of_body(state, subject) if subject else state.named > 1

    def own_sentence(self, state: State, block: Block) -> bool:
        """Whether a sentence begins with the body that is read about, in full, in short or by a word for it."""
        if block.number:
            return False
        said = block.words.lstrip()[:LONGEST]
        verbs = self.words.grammar.outlining.GOES_ON.finditer(said, 2)
        return any(self.is_of_body(state, said[: verb.start()]) for verb in verbs)

    def is_of_body(self, state: State, subject: str) -> bool:
        """Whether a sentence is about the body that is read about, by its subject."""
        return bool(self.words.grammar.outlining.OURS.fullmatch(subject)) or self.is_ours(state, subject)


MoveOf = Callable[[Setting, State, Block, Role], Move | None]


def stay(_setting: Setting, state: State, _block: Block, _role: Role) -> Move:
    """The surroundings of a page, figures in a table, who heads a unit."""
    return 0.0, state


def head(_setting: Setting, state: State, _block: Block, role: Role) -> Move:
    """The head of a table: what its rows are."""
    return 0.0, state.enter(role.kind, None)


def text(setting: Setting, state: State, block: Block, _role: Role) -> Move:
    """Text about the unit or body; a number, or posts that are counted, may say that it is about the body again."""
    number = block.number
    if state.body < 0:
        return 0.0, state
    if number is None and (state.in_units or state.section == "duties") and _staff_of_body(setting, state, block):
        return 0.0, state.enter_without_heading("staffing")
    if block.behind_heading and state.label:
        return 0.0, state._replace(label="", named=0)
    if setting.own_sentence(state, block) or (state.in_units and setting.of_body(state, block)):
        state = state._replace(opened="", named=0)
        aside = state.section in (*LIST_KINDS, "staffing", "contacts")
        state = state.enter_without_heading("general") if aside else state
    if number and number.style == "article" and not (state.chapter and state.section in LIST_KINDS):
        return 0.5, state.enter("general", number).says(number)
    if _next_section(state, number):
        return 0.0, state.enter("general", number).says(number)
    if state.in_units and state.starts_section_anew(number):
        return -0.5, state.enter("general", number).says(number)
    return _number_gain(state, number), state.says(number)


def _staff_of_body(setting: Setting, state: State, block: Block) -> bool:
    """Whether a sentence counts the posts of the body itself, by its subject or without one."""
    found = setting.words.grammar.staffing.OF_BODY.match(block.words)
    subject = found.groupdict().get("subject") if found else ""
    return bool(found) and (not subject or setting.is_of_body(state, subject))


def _next_section(state: State, number: Number | None) -> bool:
    """Whether a text has the next number of the sections and stands in none that goes on."""
    goes_on = state.opened or state.section in ("duties", "general")
    return state.style == "chinese" and not goes_on and state.follows_section(number)


def _number_gain(state: State, number: Number | None) -> float:
    """A number that counts on from the last unit speaks against text, one that counts on from the text for it."""
    if number is None:
        return 0.0
    next_unit = state.in_units and state.list_style and state.in_list(number) and state.list_value is not None
    against = -1.5 if next_unit and number.value == (state.list_value or 0) + 1 else 0.0
    return against + (1.0 if state.below is not None and state.goes_on_below(number) else 0.0)


def other_heading(setting: Setting, state: State, block: Block, _role: Role) -> Move | None:
    """A heading of which no word says what its section is about."""
    if state.body < 0 or not setting.words.grammar.outlining.begins_section(state.section, state.style, block.style):
        return None
    return 0.0, state.enter("other", block.number)


def stray_heading(_setting: Setting, state: State, _block: Block, _role: Role) -> Move | None:
    """A name without a number between the announcement of a list and its first number."""
    return (0.0, state) if state.awaited else None


def label(setting: Setting, state: State, block: Block, role: Role) -> Move | None:
    """ "Duties:" in front of what a unit does, "Staff:" in front of what an institution in a list has."""
    behind = "text behind" in role.clues
    if behind and state.opened == "institution" and role.kind in INSIDE and not _of_body(setting, state, block):
        return 0.0, state._replace(label=role.kind)
    if behind and not (state.in_units and role.kind == "duties"):
        return None
    return (0.0, state._replace(named=0, label="-" if behind else "")) if behind or state.opened else None


def _of_body(setting: Setting, state: State, block: Block) -> bool:
    return setting.own_sentence(state, block) or setting.of_body(state, block)


def field(_setting: Setting, state: State, block: Block, role: Role) -> Move:
    """A field of contacts: of the unit named last, or of the body behind a list of several that have none."""
    if state.opened and not state.follows_section(block.number) and _has_fields(state, role):
        return 0.0, state._replace(contacted=True, named=0)
    return 0.0, state.enter("contacts", block.number) if state.opened else state


def _has_fields(state: State, role: Role) -> bool:
    """Whether the unit named last has fields of its own: it is the only one, just named, or others before it had some."""
    headed = role.kind == "head" and state.opened == "institution"
    return state.named == 1 or state.items == 1 or state.contacted or headed


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
    gain += _item_gain(setting, state, number, party)
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


def _item_gain(setting: Setting, state: State, number: Number | None, party: bool) -> float:
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
        return 1.5 + _item_gain(setting, state, number, party=False), state
    if state.inside and number is None:
        return 1.0, state.leave_institution()
    if role.kind == "run" and state.section not in ("contacts", "leaders"):
        return 1.0, state.enter_without_heading("institutions")
    if role.kind in ("placed", "listed above") and state.section == "divisions" and not number:
        return 0.5, state
    if role.kind == "listed above" and state.section == "general" and not number:
        return 0.5, state.enter_without_heading("institutions")
    return None
