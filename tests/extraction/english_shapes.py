"""English documents of random shape whose contents are known: what translators and official pages print, combined."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.record import Unit

# A place, what stands behind its name, and the word for its level in front of short names of its bodies.
PLACES = (
    ("Jinhua", "City", "Municipal"), ("Lujiang", "County", "County"), ("Shuangliu", "District", "District"),
    ("Guizhou", "Province", "Provincial"), ("Yixing", "City", "Municipal"), ("Manzhouli", "City", "Municipal"),
    ("Kaiyang", "County", "County"), ("Sichuan", "Province", "Provincial"),
)  # fmt: skip
BODIES = (
    "Civil Affairs Bureau", "Education Bureau", "Justice Bureau", "Development and Reform Commission", "Health Commission",
    "Housing and Urban-Rural Development Bureau", "Bureau of Culture, Tourism, Radio and Television", "Audit Bureau",
    "Human Resources and Social Security Bureau", "Agriculture and Rural Affairs Bureau", "Women's Federation",
    "Disabled Persons' Federation", "Federation of Trade Unions", "Market Supervision Administration", "Forestry Bureau",
    "Bureau of Statistics", "Emergency Management Bureau", "Association for Science and Technology", "Letters and Visits Bureau",
    "Intermediate People's Court", "People's Procuratorate", "Water Conservancy Bureau", "Public Security Bureau",
    "Natural Resources and Planning Bureau", "Federation of Industry and Commerce", "Archives Bureau",
)  # fmt: skip
NATIONAL = (
    "Ministry of Emergency Management", "Ministry of Civil Affairs", "State Administration of Grain", "Supreme People's Court",
    "National Bureau of Statistics", "China Meteorological Administration", "General Administration of Sport",
    "All-China Women's Federation", "National Energy Administration", "State Ethnic Affairs Commission",
    "Ministry of Housing and Urban-Rural Development", "State Council Research Office", "Supreme People's Procuratorate",
    "National Health Commission", "State Administration of Radio, Film and Television",
)  # fmt: skip
MATTERS = (
    "Personnel", "Finance", "Planning and Finance", "Policy and Regulation", "Social Relief", "Publicity and Education",
    "Law Enforcement Supervision", "Comprehensive", "Elderly Care Service", "Administrative Examination and Approval",
    "Organization and Personnel", "Project Management", "Statistics", "Archives", "Rural Development", "Legal Affairs",
    "Safety Supervision", "Science and Technology", "Social Organization Management", "Political Work", "Party and Mass Work",
)  # fmt: skip
SECOND = (
    "Petition", "Supervision", "Approval Service", "Aging Work", "Rule of Law", "Emergency", "Audit Guidance", "Double Support",
)  # fmt: skip
SERVICES = (
    "Relief Station", "Training Center", "Information Center", "Welfare Institute", "Service Center", "Research Institute",
    "Law Enforcement Detachment", "Hydrological Station", "Forest Farm", "Museum", "Vocational School", "Library",
    "Logistics Service Center", "People's Hospital", "Quality Supervision Station",
)  # fmt: skip
GROUPS = (
    "Leading Group for Poverty Relief", "Committee on Aging", "Patriotic Health Campaign Committee",
    "Joint Conference on Social Assistance", "Leading Group for Rural Revitalization", "Food Safety Committee",
)  # fmt: skip
DUTIES = (
    "Responsible for documents, meetings and confidential work.", "To undertake the drafting of regulations.",
    "Guide the work of grass-roots units.", "Organize and implement safety inspections.",
    "Be responsible for the personnel management of the organ and its directly affiliated units.",
    "Undertake the financial management of the bureau organs; supervise the use of special funds.",
    "Formulating annual plans and organizing their implementation.",
)  # fmt: skip
FURNITURE = (
    "Home > Government > Departments", "Release time: 2019-05-06 10:20", "Source: Office", "Current location: Home",
    "Font size: [large] [medium] [small]",
)  # fmt: skip
WORDS = {
    "Section": "sections", "Division": "divisions", "Department": "departments", "Office": "offices", "Unit": "internal units",
}  # fmt: skip
ENDS = tuple(WORDS)
NUMERALS = ("zero", "one", "two", "three", "four", "five", "six", "seven")
# Second names, however they are told.
NAMES = ("sign", "bracket", "second_name")
NAMES_AT_MOST = 6
DIRECTIONS = ("Chengdong", "Chengxi", "Kaifaqu", "Binjiang")


@dataclass
class EnglishShaped:
    """An English document and what a careful reader finds in it."""

    text: str = ""
    body: str = ""
    divisions: list[str] = field(default_factory=list)
    institutions: list[str] = field(default_factory=list)
    signs: set[tuple[str, str]] = field(default_factory=set)
    """Unit and second name."""
    announced: int | None = None
    place: str | None = None
    """What the user says with --place."""
    branches: list[str] = field(default_factory=list)
    hosted: set[tuple[str, str]] = field(default_factory=set)
    """Unit and office."""
    announced_institutions: int | None = None
    forms: list[str] = field(default_factory=list, compare=False)
    """The ways that were chosen, for whoever looks for what the failures share."""

    def found(self) -> "EnglishShaped":
        """What the program finds."""
        record = extract_document(decode(self.text.encode(), "shape.txt"), "shape", self.place).record
        every = [unit for body in record.bodies for unit in _below(body)]
        first = record.bodies[0]
        return EnglishShaped(
            self.text,
            " | ".join("" if body.unnamed else body.name for body in record.bodies),
            _names(every, "division"),
            sorted(one.name for one in every if one.kind == "institution" and one not in record.bodies),
            {(one.name, alias.name) for one in every for alias in one.aliases if alias.kind in NAMES},
            first.stated_divisions.number if first.stated_divisions else None,
            self.place,
            _names(every, "branch"),
            {(one.name, hosted.name) for one in every for hosted in one.hosts},
            first.stated_institutions.number if first.stated_institutions else None,
        )


def _names(units: list[Unit], kind: str) -> list[str]:
    return sorted(one.name for one in units if one.kind == kind)


def _below(unit: Unit) -> Iterator[Unit]:
    yield unit
    for one in unit.units:
        yield from _below(one)


class Writer:
    """Writes one document; the same seed gives the same."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.made = EnglishShaped()
        self.place, self.behind, self.level = self.dice.choice(PLACES)
        self.end = self.dice.choice(ENDS)
        self.lower = self.dice.random() < 0.3
        self.mixed = self.dice.random() < 0.15

    def one_of(self, *ways: str) -> str:
        """A way of saying a thing."""
        chosen = self.dice.choice(ways)
        self.made.forms.append(chosen)
        return chosen

    def write(self) -> EnglishShaped:
        """A beginning that names the body or not, then the units, institutions and branches in some order."""
        opening = self._opening()
        parts = [self._units(), *([self._institutions()] if self.dice.random() < 0.6 else [])]
        if self.dice.random() < 0.25:
            parts.append(self._branches())
        if self.made.body and self.dice.random() < 0.3:
            parts.reverse()
        if self.dice.random() < 0.3:
            parts.append([self.one_of("There are 35 administrative staff.", "The administrative establishment is 35.")])
        self.made.text = "\n".join([*opening, *(line for part in parts for line in part)]) + "\n"
        for names in (self.made.divisions, self.made.institutions, self.made.branches):
            names.sort()
        return self.made

    # --- the body

    def _opening(self) -> list[str]:
        """Lines that name the body; none where it has no name."""
        self.bureau = self.dice.choice(BODIES)
        ways = (self._title, self._title, self._sentence, self._sentence, self._national, self._unnamed, self._late)
        lines = self.dice.choice(ways)()
        above = [self.one_of(*FURNITURE) for _ in range(self.dice.randint(1, 2))] if self.dice.random() < 0.3 else []
        return [*above, *lines]

    def _full(self) -> str:
        bureau = self.bureau
        if self.dice.random() < 0.25 and bureau.endswith(" Bureau"):
            bureau = f"Bureau of {bureau.removesuffix(' Bureau')}"
        level = "Provincial" if self.behind == "Province" else self.level
        ways = {
            "body: place and level": f"{self.place} {level} {bureau}",
            "body: place and kind": f"{self.place} {self.behind} {bureau}",
            "body: place": f"{self.place} {bureau}",
            "body: of place": f"{bureau} of {self.place} {self.behind}",
        }
        self.made.body = ways[self.one_of(*ways)]
        return self.made.body

    def _short(self) -> str:
        noun = self.made.body.removesuffix(f" of {self.place} {self.behind}").split()[-1].lower()
        noun = noun if noun in ("bureau", "commission", "administration", "court", "federation") else "bureau"
        return self.one_of("The bureau", "It", f"The {noun}", self.made.body, f"The {self.level} {self.bureau}")

    def _title(self) -> list[str]:
        full = self._full()
        self.subject = self._short()
        title = self.one_of(
            "{}", "# {}", "{} has internal organs.", "Introduction of {}", "Brief introduction to {}", "Internal organization of {}",
            "{} Overview", "Institutional setup of {}", "Internal institutions of {}", "What are the internal organs of {}?",
            "Provisions on the main responsibilities, internal institutions and staffing of {}", "About {}", "{} Introduction",
            "Organizational structure of {}", "{} - Institutional functions", "Functions of {}", "Main responsibilities of {}",
        )  # fmt: skip
        said = self.one_of("", "said", "twice")
        lines = [title.format(full)]
        if said == "said":
            lines.append(f"{full} is a working department of the {self.place} People's Government.")
        if said == "twice":
            lines.insert(0, f"Current location - Encyclopedia Network - Knowledge - {lines[0]}")
        return lines

    def _sentence(self) -> list[str]:
        full = self._full()
        self.subject = self._short()
        return [
            self.one_of(
                "{} is a working department of the government.",
                "{}, established in 1984, is responsible for the work in the whole area.",
                "According to the institutional reform plan, {} is set up as a department of the government.",
                "The {} (hereinafter referred to as the Bureau) is a department of the people's government.",
                "The main responsibilities of {} are as follows: to implement laws and regulations.",
                "{} was founded in 1954.", "{} is located at No. 12 Renmin Road.", "The {} is in charge of this work.",
                "In 2019, the {} was established in the institutional reform.",
            ).format(full)
        ]  # fmt: skip

    def _national(self) -> list[str]:
        self.made.body = full = self.dice.choice(NATIONAL)
        self.made.forms.append("national")
        self.level, self.place = "National", ""
        self.subject = self.one_of("It", f"The {full}", full)
        return self.dice.choice((
            [full], [f"The {full} is a department of the State Council."], [f"Organizational structure of the {full}"],
            [f"Internal organs of {full}"], [full, f"The {full} is under the direct leadership of the State Council."],
        ))  # fmt: skip

    def _unnamed(self) -> list[str]:
        self.made.place, self.made.body = self.dice.choice(("金华市", "庐江县", "贵州省")), ""
        self.made.forms.append("unnamed")
        self.subject = self.one_of("It", "There", "The bureau", "Our bureau")
        self.place = ""
        return []

    def _late(self) -> list[str]:
        full = self._full()
        self.made.forms.append("late")
        self.subject = self._short()
        first = self.one_of(
            "I. Main responsibilities",
            "Main responsibilities:",
            "First, the main responsibilities",
            "(1) Responsibilities",
        )
        return [
            first,
            "1. Implement the laws, regulations and policies of the state.",
            "2. Formulate development plans and organize their implementation.",
            self.one_of(
                "3. Undertake other tasks assigned by the superior.",
                "3. Supervise the work of the lower levels.",
            ),
            f"{full} {self.one_of('is a department of the government.', 'has undertaken these duties since 2019.')}",
        ]

    # --- units

    def _cased(self, name: str) -> str:
        """In small letters in some documents, in some now and then."""
        return name.lower() if self.lower or (self.mixed and self.dice.random() < 0.5) else name

    def _with_second_name(self, name: str, noun: str) -> str:
        """A name with a second one in brackets, or with the office of a group, or without."""
        chance = self.dice.random()
        if chance > 0.25:
            return name
        if chance < 0.06:
            office = f"Office of the {self.level} {self.dice.choice(GROUPS)}"
            self.made.signs.add((name, office))
            self.made.hosted.add((name, office))
            return self.one_of("{} ({})", "{} (hanging the sign of {})").format(name, office)
        second = self._cased(f"{self.dice.choice(SECOND)} {noun}")
        if second.lower() == name.lower():
            return name
        self.made.signs.add((name, second))
        return self.one_of(
            "{} ({})", "{} (hanging the sign of {})", "{} (with the brand of {})", "{} (add the brand of {})",
            "{} (plus the sign of {})", "{} (under the sign of {})", "{} (with the nameplate of {})", "{} (hang the {} brand)",
            "{} (plus the {} brand)", "{}({})", "{} (also known as {})", "{} (with the {} sign)", "{} (adding the license of {})",
        ).format(name, second)  # fmt: skip

    def _units(self) -> list[str]:
        matters = self.dice.sample(MATTERS, self.dice.randint(2, NAMES_AT_MOST))
        form = self.one_of("{0} {1}", "{0} {1}", "{0} {1}", "{1} of {0}")
        names = [self._cased(form.format(matter, self.end)) for matter in matters]
        if self.dice.random() < 0.6:
            names[0] = self._cased(self.dice.choice(("Office", "General Office", "Administrative Office")))
        self.made.divisions = list(names)
        items = [self._with_second_name(name, self.end) for name in names]
        return self.dice.choice((self._in_a_sentence, self._below_a_heading))(items)

    def _listed(self, items: list[str]) -> str:
        front, last = ", ".join(items[:-1]), items[-1]
        return self.one_of(
            f"{front} and {last}",
            f"{front}, and {last}",
            f"{front}, {last}",
            f"the {', the '.join(items[:-1])} and the {last}",
        )

    def _in_a_sentence(self, items: list[str]) -> list[str]:
        number = self.one_of(str(len(items)), NUMERALS[len(items)])
        word = self.one_of(WORDS[self.end], "internal institutions", "internal organs", "functional departments")
        has = self.one_of("has", "sets up", "consists of", "is composed of")
        has = {"It": has, "There": "are"}.get(self.subject, has)
        listed, subject = self._listed(items), self.subject
        forms = {
            "{s} {h} {n} {w}: {l}.": True, "{s} {h} {n} {w}, namely {l}.": True, "{s} {h} {n} {w}, including {l}.": True,
            "{s} {h} the following {w}: {l}.": False, "The {w} are {l}.": False, "The {w} include {l}.": False,
            "Internal institutions: {l}.": False, "The internal organs are: {l}.": False, "{w}: {l}.": False,
            "{s} {h} {n} {w}. They are {l}.": True, "There are {n} {w} under the bureau: {l}.": True,
            "{s} {h} {l}.": False, "{s} {h} {n} {w}:{l}.": True, "{s} {h} {n} {w}, which are respectively {l}.": True,
            "{s} {h} {n} {w}: {l}, all of which are at the section level.": True,
            "{s} {h} {n} {w} with 18 people, namely {l}.": True,
        }  # fmt: skip
        plain = ("{s} {h} {l}.",) if len(items) < 3 or subject == "There" else ()
        sentence = self.one_of(*(form for form in forms if form not in plain))
        self.made.announced = len(items) if forms[sentence] else None
        if word.startswith("function") and sentence == "{w}: {l}.":
            word = "Functional departments"
        text = sentence.format(s=subject, h=has, n=number, w=word, l=listed)
        return [text[0].upper() + text[1:]]

    def _below_a_heading(self, items: list[str]) -> list[str]:
        head = self.one_of(
            "Internal institutions", "Internal organs", "II. Internal organs", "Second, internal institutions", "Internal setup:",
            "Functional departments", "Internal   organs", "Institutional setup", "2. Internal institutions", "Organizational structure", "Departments",
            "{s} {h} the following internal organs:", "According to the above responsibilities, {s} {h} {n} internal organs:",
        )  # fmt: skip
        if "{n}" in head:
            self.made.announced = len(items)
        has = "are" if self.subject == "There" else "has"
        inside = self.subject if "According" not in head else self.subject[0].lower() + self.subject[1:]
        inside = self.made.body if self.made.body and inside[1:] == self.made.body[1:] else inside
        head = head.format(s=inside, h=has, n=self.one_of(str(len(items)), NUMERALS[len(items)]))
        ways: dict[str, Callable[[int, str, str], list[str]]] = {
            "(1) X. d": lambda n, x, d: [f"({n}) {x}. {d}"], "1. X: d": lambda n, x, d: [f"{n}. {x}: {d}"],
            "(1) X / d": lambda n, x, d: [f"({n}) {x}", d], "1. X": lambda n, x, d: [f"{n}. {x}"],
            "X: d": lambda n, x, d: [f"{x}: {d}"], "X / d": lambda n, x, d: [x, d], "(1) X": lambda n, x, d: [f"({n}) {x}"],
            "(one) X. d": lambda n, x, d: [f"({NUMERALS[n]}) {x}. {d}"], "n, X. d": lambda n, x, d: [f"{n}, {x}. {d}"],
            "(1) X / blank d": lambda n, x, d: [f"({n}) {x}.", "", d, ""], "1) X / d": lambda n, x, d: [f"{n}) {x}", d],
            "• X": lambda n, x, d: [f"• {x}"], "X": lambda n, x, d: [x],
            "mixed": lambda n, x, d: [f"({n if n % 3 else NUMERALS[n]}) {x}. {d}"],
            "(1) X It d": lambda n, x, d: [f"({n}) {x} It handles matter {NUMERALS[n]} of the work."],
            "X - d": lambda n, x, d: [f"{x} - {d}"], "1. X / blank / d": lambda n, x, d: [f"{n}. {x}", "", f"    {d}"],
            "X tab d": lambda n, x, d: [f"{x}\t{d}"],
            "| X | d |": lambda n, x, d: [f"| {n} | {x} | {d} |"], "X is responsible": lambda n, x, d: [_told(n, x)],
        }  # fmt: skip
        way = self.one_of(*ways)
        tables = {"| X | d |": ["| No. | Department | Main duties |"], "X tab d": ["Department\tMain duties"]}
        table = tables.get(way, [])
        lines = [line for n, x in enumerate(items, 1) for line in ways[way](n, x, self._duty(n - 1))]
        return [head, *table, *lines]

    def _duty(self, index: int) -> str:
        """What a unit does; at times it does the work of a group's office, too."""
        return self.dice.choice(DUTIES)

    # --- institutions and branches

    def _institutions(self) -> list[str]:
        front = self.dice.choice((f"{self.place} ", f"{self.level} ", "")) if self.place else ""
        names = [self._cased(front + one) for one in self.dice.sample(SERVICES, self.dice.randint(2, 4))]
        if self.lower and front.strip() == self.place and front.strip():
            names = [self.place + name[len(self.place) :] for name in names]
        self.made.institutions = list(names)
        items = [self._with_second_name(name, "Center") for name in names]
        listed, number = self._listed(items), self.one_of(str(len(items)), NUMERALS[len(items)])
        subject = self.subject if self.subject != "There" else "It"
        counts = {
            f"{subject} has {number} subordinate institutions: {listed}.": True,
            f"There are {number} public institutions directly under it: {listed}.": True,
            f"There are {number} directly affiliated units, namely {listed}.": True,
            f"Subordinate units: {listed}.": False, f"Affiliated institutions include {listed}.": False,
            f"The directly affiliated institutions are {listed}.": False, f"The subordinate public institutions are: {listed}.": False,
            f"{subject} has jurisdiction over {number} public institutions, including {listed}.": True,
        }  # fmt: skip
        sentence = self.dice.choice([*counts, "", ""])
        if sentence:
            self.made.forms.append(f"institutions: {sentence[: sentence.index(items[0])].replace(self.subject, 's')}")
            self.made.announced_institutions = len(items) if counts[sentence] else None
            return [sentence]
        head = self.one_of(
            "Subordinate units", "Directly affiliated institutions", "III. Subordinate institutions", "Affiliated institutions:",
            "Third, directly affiliated units", "Public institutions directly under the bureau", "3. Affiliated units",
        )  # fmt: skip
        style = self.one_of("inst ({}) {}", "inst {}. {}", "inst {1}")
        lines = (style.removeprefix("inst ").format(n, item) for n, item in enumerate(items, 1))
        return [head, *lines]

    def _branches(self) -> list[str]:
        names = [f"{one} Branch" for one in self.dice.sample(DIRECTIONS, self.dice.randint(2, 3))]
        self.made.branches = list(names)
        subject, listed = self.subject if self.subject != "There" else "It", self._listed(names)
        return [
            self.one_of("{s} has {n} branches: {l}.", "There are {n} dispatched offices: {l}.", "{s} sets up {n} branches, namely {l}.")
            .format(s=subject, n=len(names), l=listed)
        ]  # fmt: skip


def _told(number: int, unit: str) -> str:
    return f"The {unit} is responsible for item {NUMERALS[number]} of the plan and for its supervision."


def shaped(seed: int) -> EnglishShaped:
    """The document of a seed."""
    return Writer(seed).write()
