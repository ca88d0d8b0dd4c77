"""The units of a body by name: what sentences speak of is looked up, not searched for."""

from collections.abc import Callable, Iterator

from loaders.extract.facts.draft import Draft


class Roster:
    """Units inside bodies by a form of their names; of two units with one form the first counts."""

    def __init__(self, form: Callable[[str], str]) -> None:
        self.form = form
        self.known: dict[Draft, _Known] = {}

    def find(self, body: Draft, name: str) -> Draft | None:
        """The body or the unit inside it whose name has the form of this one."""
        return self._of(body).units.get(self.form(name))

    def named_in(self, body: Draft, text: str) -> Iterator[tuple[int, Draft]]:
        """Every unit whose name stands in a text that has the form of names, with the place of the name."""
        known = self._of(body)
        starts = [place for place, sign in enumerate(text) if sign in known.firsts]
        for length in known.lengths:
            for start in starts:
                unit = known.units.get(text[start : start + length])
                if unit is not None:
                    yield start, unit

    def _of(self, body: Draft) -> "_Known":
        known = self.known.get(body)
        if known is None or known.taken_back != body.taken_back:
            known = self.known[body] = _Known(self.form, body)
        known.catch_up(body)
        return known


class _Known:
    """The names of one body as far as its units have been looked at."""

    def __init__(self, form: Callable[[str], str], body: Draft) -> None:
        self.form = form
        self.units: dict[str, Draft] = {form(body.name): body}
        self.lengths: set[int] = {len(body.name)}
        self.firsts = {name[:1] for name in self.units}
        self.seen = 0
        self.taken_back = body.taken_back

    def catch_up(self, body: Draft) -> None:
        for unit in body.inside[self.seen :]:
            name = self.form(unit.name)
            self.units.setdefault(name, unit)
            self.lengths.add(len(name))
            self.firsts.add(name[:1])
        self.seen = len(body.inside)
