"""A record: what one document says, nested as the document is, for people to read and correct.

Every fact has `at`: one proof or a list of them, each "line:start-end hash", lines from 1, characters of the
line from 0, end exclusive, the hash that of the quoted characters. A record holds no sentence of its document.
"""

from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, FailFast, Field, PlainSerializer, model_validator

from graph.proof import Quote
from graph.said import Said, code
from graph.schema import (
    AliasKind,
    ChangeKind,
    Form,
    HostWording,
    NameSource,
    OversightRole,
    PartialDate,
    QuestionKind,
    QuotaKind,
    Role,
    SignWording,
    System,
)

LONGEST_NAME = 300  # characters, also of a key: what every store can look up
Item = TypeVar("Item")
# The first wrong item is told: a list of a million wrong ones would be told a million times.
Several = Annotated[list[Item], FailFast()]
# A number that every store holds; digits in quotes, or of other scripts, are none.
Whole = Annotated[int, Field(strict=True, ge=0, lt=2**63)]
Announced = Annotated[int, Field(strict=True, ge=0, lt=10_000)]
LineCount = Annotated[int, Field(strict=True, ge=1, lt=2**63)]
UnitKind = Literal["bureau", "division", "institution", "branch", "party_unit"]
MentionKind = Literal["external", "government", "leading_group", "bureau", "institution", "party_unit"]
HostedKind = Literal[
    "leading_group_office", "hosted_office", "leading_group", "external", "bureau", "institution", "party_unit"
]


def _quotes(value: object) -> object:
    texts = value if isinstance(value, list) else [value]
    return [Quote.parse(text) if isinstance(text, str) else text for text in texts]


def _texts(quotes: list[Quote]) -> str | list[str]:
    texts = [str(quote) for quote in quotes]
    return texts[0] if len(texts) == 1 else texts


Evidence = Annotated[Several[Quote], BeforeValidator(_quotes), PlainSerializer(_texts), Field(min_length=1)]


class Entry(BaseModel):
    """Base of everything in a record: unknown keys are errors."""

    model_config = ConfigDict(
        extra="forbid",
        arbitrary_types_allowed=True,
        frozen=True,
        coerce_numbers_to_str=True,
        str_max_length=10_000,
    )


class Fact(Entry):
    """Something the document says, with its proof and how firmly it is said."""

    at: Evidence = Field(description="Where the document says it.")
    status: Literal["stated", "inferred", "proposed"] = "stated"
    confidence: float = Field(1.0, ge=0, le=1)
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    why: str | None = Field(None, description="The reason where print and meaning differ.")


class Named(Entry):
    """A printed name, with its repaired or translated forms."""

    name: str = Field(min_length=1, max_length=LONGEST_NAME, description="As printed.")
    key: str | None = Field(
        None, min_length=1, max_length=LONGEST_NAME, description="Kept where the name would give another key."
    )
    name_zh: str | None = Field(None, max_length=LONGEST_NAME)
    name_zh_source: NameSource | None = None
    name_en: str | None = Field(None, max_length=LONGEST_NAME)
    name_en_source: NameSource | None = None

    @model_validator(mode="after")
    def _sources(self) -> Self:
        for name, source in ((self.name_zh, self.name_zh_source), (self.name_en, self.name_en_source)):
            if (name is None) != (source is None):
                raise ValueError(Said("a name in another language and its source come together"))
        return self


class Alias(Named, Fact):
    """Another name of a unit."""

    kind: AliasKind
    language: Literal["zh", "en"] | None = Field(None, description="Absent: the language of the document.")
    wording: SignWording = Field("hang", description="Signs only: the verb, or the word brand.")
    denotes: str | None = Field(None, description="Id of the body in the graph that has this name.")


class Mention(Fact):
    """Another organization that a fact is about: the id of one in this record, or the name of any."""

    id: str | None = Field(None, description="Id of an organization of this record.")
    name: str | None = Field(None, min_length=1, max_length=LONGEST_NAME, description="As printed.")
    key: str | None = Field(None, min_length=1, max_length=LONGEST_NAME)
    name_zh: str | None = Field(None, max_length=LONGEST_NAME)
    name_zh_source: NameSource | None = None
    name_en: str | None = Field(None, max_length=LONGEST_NAME)
    name_en_source: NameSource | None = None
    kind: MentionKind = "external"
    place: str | None = Field(None, description="Id of its place; absent: that of the document.")
    form: Form | None = Field(None, description="Leading groups only.")
    unnamed: bool = Field(False, description='True for "the relevant departments".')

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.id is None) == (self.name is None):
            raise ValueError(Said("give either an id of this record or a name"))
        if self.kind == "leading_group" and self.form is None and self.id is None:
            raise ValueError(Said("a leading group needs its form"))
        return self


class Oversight(Mention):
    """An organization that the unit watches over."""

    roles: Several[OversightRole] = Field(min_length=1)


class Membership(Mention):
    """A coordinating body in which the unit sits."""

    role: Literal["lead", "member"] = "member"


class Management(Mention):
    """The body that manages this one."""

    matters: Several[str] = Field(default_factory=list, description="Short terms.")


class Affiliation(Mention):
    """The superior of an institution."""

    wording: Literal["affiliated", "led"] | None = None


class Share(Mention):
    """What falls to one side of a stated division of labour."""

    share: str = Field(description="A short summary, not a quote.")
    share_zh: str | None = Field(default=None, description="The same in Chinese, where `share` is not.")
    share_en: str | None = Field(default=None, description="The same in English, where `share` is not.")


class Group(Named):
    """The coordinating body behind an office."""

    form: Form
    implied: bool = Field(True, description="Known only through its office.")
    place: str | None = None
    at: Evidence
    aliases: Several[Alias] = Field(default_factory=list)
    concerns: Several[str] = Field(default_factory=list, description="Function codes.")


class Hosting(Named, Fact):
    """An office or body whose daily work the unit does; `wordings` run parallel to `at`.

    "{group}" in the name stands for the name of the group.
    """

    kind: HostedKind
    wordings: Several[HostWording] = Field(min_length=1)
    place: str | None = None
    form: Form | None = Field(None, description="Only for a leading group that is hosted itself.")
    group: Group | None = Field(None, description="Whose office it is: a leading-group office has one.")
    aliases: Several[Alias] = Field(default_factory=list)
    concerns: Several[str] = Field(default_factory=list, description="Function codes, for a hosted office.")

    @property
    def full_name(self) -> str:
        """The printed name of the office."""
        return self.name.replace("{group}", self.group.name) if self.group else self.name

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if len(self.wordings) != len(self.at):
            raise ValueError(Said("{} wordings for {} proofs: give one for each", len(self.wordings), len(self.at)))
        if (self.kind == "leading_group_office") != (self.group is not None):
            raise ValueError(Said("a leading-group office, and nothing else, has a group"))
        if (self.kind == "leading_group") != (self.form is not None):
            raise ValueError(Said("a hosted leading group, and nothing else, has a form"))
        return self


class Duty(Fact):
    """One clause about what a unit does."""

    functions: Several[str] = Field(min_length=1, description="Function codes.")
    roles: Several[Role] = Field(min_length=1)


class Count(Entry):
    """A number that the document announces."""

    number: Announced
    at: Evidence


class Saying(Entry):
    """That the document says something, without more."""

    at: Evidence


class Quota(Fact):
    """A number of posts."""

    kind: QuotaKind
    number: Whole | None = Field(None, description="Absent where the document gives none.")
    of_which: dict[str, Whole] = Field(default_factory=dict)
    counted_elsewhere: bool = False


class Head(Fact):
    """The person who answers for a unit; without a name where the field is printed empty."""

    name: str | None = None
    post: str | None = None


class Site(Fact):
    """Where a unit is found; `blank` names the fields that are printed empty."""

    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    hours: str | None = Field(None, description="OpenStreetMap opening_hours.")
    opened: PartialDate | None = None
    area_m2: Whole | None = Field(None, ge=1)
    blank: Several[str] = Field(default_factory=list)


class Change(Fact):
    """A responsibility that moved, or a body that was founded, merged or renamed."""

    kind: ChangeKind
    name: str | None = Field(None, description="Absent: made of kind and number.")
    date: PartialDate | None = None
    date_relation: Literal["at", "after", "before"] | None = None
    functions: Several[str] = Field(default_factory=list)
    before: Several[Mention] = Field(default_factory=list)
    after: Several[Mention] = Field(default_factory=list)


class Boundary(Fact):
    """A division of labour that the document states."""

    name: str | None = None
    functions: Several[str] = Field(default_factory=list)
    shares: Several[Share] = Field(min_length=2)


class Relation(Fact):
    """How a unit stands to the one it is nested in, where the heading alone does not say it."""

    wording: Literal["affiliated", "led"] | None = None
    matters: Several[str] = Field(default_factory=list)


class Unit(Named, Fact):
    """A body or a unit of one; `units` are what is inside it, in the order of the document."""

    kind: UnitKind
    lines: Several[Whole] = Field(min_length=1, description="Its heading first, then its text.")
    number: str | None = Field(None, description="The printed number without brackets and stops.")
    printed: str | None = Field(None, description="The heading: {name}, {0} (first alias) … stand for names.")
    unnamed: bool = False
    rank: str | None = None
    civil_service_ref: Literal["yes", "no", "unstated"] | None = None
    system: System | None = Field(None, description="Bureaus only; absent: government.")
    stated_divisions: Count | None = None
    stated_institutions: Count | None = None
    stated_branches: Count | None = None
    no_divisions_stated: Saying | None = None
    relation: Relation | None = None
    organ_of: Relation | None = Field(None, description="Bureaus: where the document says whose department it is.")
    affiliated_with: Several[Affiliation] = Field(default_factory=list)
    managed_by: Several[Management] = Field(default_factory=list)
    aliases: Several[Alias] = Field(default_factory=list)
    hosts: Several[Hosting] = Field(default_factory=list)
    oversees: Several[Oversight] = Field(default_factory=list)
    acts_for: Several[Mention] = Field(default_factory=list)
    answers_to: Several[Mention] = Field(default_factory=list)
    member_of: Several[Membership] = Field(default_factory=list)
    coordinates_with: Several[Mention] = Field(default_factory=list)
    duties: Several[Duty] = Field(default_factory=list)
    heads: Several[Head] = Field(default_factory=list)
    site: Site | None = None
    quotas: Several[Quota] = Field(default_factory=list)
    serves: Several[str] = Field(default_factory=list, description="Ids of places.")
    changes: Several[Change] = Field(default_factory=list)
    boundaries: Several[Boundary] = Field(default_factory=list)
    units: Several["Unit"] = Field(default_factory=list)


class Citation(Entry):
    """Another document that this one names."""

    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    number: str | None = Field(None, description="Document number (文号).")
    at: Evidence


class Remark(Entry):
    """A part of the document that gives no fact: ignored for a reason, or an open question."""

    at: Evidence
    why: str = Field(min_length=1, description="With {} for each of the fields.")
    fields: list[str] = Field(default_factory=list, description="What stands in the places of why.")
    kind: QuestionKind | None = Field(None, description="Open questions only.")
    seen: str | None = Field(
        None, min_length=1, max_length=LONGEST_NAME, description="Open questions only: the name seen."
    )

    @model_validator(mode="after")
    def _places(self) -> Self:
        if self.fields and (self.why.count("{}") != len(self.fields) or set("{}") & set(self.why.replace("{}", ""))):
            raise ValueError(Said("why has a place for each of its fields, and no other curly brackets"))
        return self

    @property
    def reason(self) -> Said:
        """Why, with its fields: told in the language of the reader."""
        return Said(self.why, *self.fields) if self.fields else code(self.why)

    @classmethod
    def because(cls, why: str, **known: Any) -> Self:
        """A remark for a reason; of a `Said` its template and its fields."""
        if isinstance(why, Said) and why.fields:
            return cls(why=why.template, fields=[str(one) for one in why.fields], **known)
        return cls(why=str(why), **known)


class Source(Entry):
    """The document itself."""

    heading: str = Field(description="{name} stands for the name of the first body.")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="That of the text.")
    original_sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$", description="That of a Word or PDF file.")
    reader: str | None = Field(None, description="What took the text out of such a file.")
    source: str | None = Field(None, min_length=1, max_length=2000, description="The address it came from.")
    retrieved: PartialDate | None = Field(None, description="When it was fetched from there.")
    language: Literal["zh", "en"]
    machine_translated: bool
    line_count: LineCount
    as_of: PartialDate | None = None
    extraction_key: str | None = None


class Record(Entry):
    """All that one document says."""

    version: Literal[1, 2] = 2
    reviewed: PartialDate | None = Field(None, description="When a person compared it with its document.")
    document: Source
    place: str = Field(description="Id of the place, as in the list of places.")
    cites: Several[Citation] = Field(default_factory=list)
    bodies: Several[Unit] = Field(min_length=1)
    ignored: Several[Remark] = Field(default_factory=list)
    questions: Several[Remark] = Field(default_factory=list)
