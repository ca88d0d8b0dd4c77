"""The reading of the whole document that fits best: a beam of states, block by block."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.extract.blocks.block import Block
from loaders.extract.outline import moves
from loaders.extract.outline.moves import Move, MoveOf, Setting
from loaders.extract.outline.role import Role, Seen
from loaders.extract.outline.state import State

MOVES: dict[str, MoveOf] = {
    "text": moves.text,
    "figures": moves.stay,
    "attribute": moves.stay,
    "noise": moves.stay,
    "person": moves.stay,
    "head": moves.head,
    "field": moves.field,
    "label": moves.label,
    "other heading": moves.other_heading,
    "stray heading": moves.stray_heading,
    "body": moves.body,
    "section": moves.section,
    "announcement": moves.announcement,
    "duties of": moves.unit,
    "unit": moves.unit,
    "unnamed": moves.unnamed,
    "units": moves.units,
    "bodies": moves.bodies,
}
# How many readings are kept side by side; one that fits so much less than the best one does not become the best.
WIDTH, MARGIN = 12, 12.0
# What stands in front of a document as well; what speaks against everything else in front of its body's heading, and
# against a document that has its heading late or never.
ALWAYS = ("text", "noise", "body", "head", "figures", "attribute")
EARLY, LATE = 2.0, 6.0


@dataclass(frozen=True)
class Decided:
    """A block with the role that it has in the best reading, and the states in front of it and behind it."""

    block: Block
    role: Role
    before: State
    after: State


Path = tuple["Path", Block, Role, State, State] | None
Beam = Mapping[State, tuple[float, Path]]


def best(setting: Setting, seen: Iterable[Seen]) -> list[Decided]:
    """What every block is in the reading with the largest sum."""
    beam: Beam = {State(body=0): (-LATE if setting.bodies and not setting.spoken else 0.0, None)}
    if setting.bodies and not setting.spoken:
        beam = {State(): (0.0, None), **beam}
    for one in seen:
        ranked = sorted(_behind(setting, beam, one).items(), key=lambda pair: -pair[1][0])[:WIDTH]
        least = ranked[0][1][0] - MARGIN
        beam = {state: found for state, found in ranked if found[0] >= least}
    # A reading without a body holds nothing.
    _, (_, path) = min(beam.items(), key=lambda pair: (pair[0].body < 0, -pair[1][0]))
    return _decided(path)


def _behind(setting: Setting, beam: Beam, one: Seen) -> dict[State, tuple[float, Path]]:
    """Every state behind a block, with the best way to it."""
    behind: dict[State, tuple[float, Path]] = {}
    for state, (score, path) in beam.items():
        for role in one.roles:
            move = _move(setting, state, one.block, role)
            if move is None:
                continue
            total, after = score + move[0], move[1]
            known = behind.get(after)
            if known is None or known[0] < total:
                behind[after] = (total, (path, one.block, role, state, after))
    return behind


def _move(setting: Setting, state: State, block: Block, role: Role) -> Move | None:
    move = MOVES[role.name](setting, state, block, role)
    if move is None:
        return None
    early = bool(setting.bodies) and not state.told and role.name not in ALWAYS
    if early and state.body < 0:
        return None
    return role.weight + move[0] - (EARLY if early else 0.0), move[1]


def _decided(path: Path) -> list[Decided]:
    decided: list[Decided] = []
    while path is not None:
        path, block, role, before, after = path
        decided.append(Decided(block, role, before, after))
    return decided[::-1]
