"""How well a role fits behind what came before, and where reading stands behind it: text, fields, what is set aside."""

from collections.abc import Callable
from dataclasses import dataclass

from loaders.extract.blocks.block import Block
from loaders.extract.blocks.sections import opener
from loaders.extract.document.numbering import Number
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.role import Role
from loaders.extract.outline.state import LIST_KINDS, State

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
