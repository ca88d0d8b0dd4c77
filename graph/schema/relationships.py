"""Every relationship type of the graph, said once: type, ends, meaning, properties."""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.schema.nodes import (
    ACTORS,
    Alias,
    Boundary,
    Branch,
    Bureau,
    ChangeEvent,
    Division,
    Document,
    External,
    Form,
    Function,
    Government,
    HostedOffice,
    HostWording,
    Institution,
    LeadingGroup,
    LeadingGroupOffice,
    Name,
    NameSource,
    Node,
    OversightRole,
    PartialDate,
    PartyUnit,
    Person,
    Place,
    Question,
    Quota,
    Role,
    SignWording,
    Site,
    System,
    said,
)

Ends = tuple[type[Node], ...]
# What a document may name without describing it; places, functions and names of the index come from data files.
NAMED: Ends = (*ACTORS, Alias, Person, Site, Quota, ChangeEvent, Boundary, Document)


class Relationship(BaseModel):
    """An edge: its two ends, what it says, and the proof. The lists run in parallel, one entry per span."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    relation: ClassVar[str] = ""
    start: ClassVar[Ends] = ()
    end: ClassVar[Ends] = ()
    # False for what carries a document alone or, from data files, nothing: no span proves it.
    proven: ClassVar[bool] = True

    start_id: str = Field(exclude=True)
    end_id: str = Field(exclude=True)
    document: str | None = said("Id of the document that says it; absent where a data file does.")
    lines: list[int] | None = said("Line of each span, from 1.")
    spans: list[str] | None = said('"line:start-end", Unicode characters from 0, end exclusive.')
    quotes: list[str] | None = said("First 16 hexadecimal digits of the SHA-256 of the quoted characters.")
    rules: list[str] | None = said("The rule that found it.")
    texts: list[str] | None = said("The quoted text, only where the user asked to keep it.")
    status: Literal["stated", "inferred", "proposed"] | None = said("How firmly the document says it.")
    confidence: float | None = Field(None, ge=0, le=1, description="From 0 to 1; 1 for reviewed.")
    valid_from: PartialDate | None = said("Partial date; absent where not said.")
    valid_to: PartialDate | None = said("Partial date; absent where not said.")


class OrganOf(Relationship):
    """A bureau is a department of a government."""

    relation, start, end = "ORGAN_OF", (Bureau,), (Government,)


class PartOf(Relationship):
    """An internal unit of."""

    relation, start, end = "PART_OF", (Division, PartyUnit), (Bureau, Institution, Branch, Division)

    ordinal: int | None = said("Place among all units of this owner, Party units too, from 1.")
    ordinal_printed: str | None = said("The printed number without brackets and stops; absent where none is printed.")


class AffiliatedWith(Relationship):
    """An affiliated institution of."""

    relation, start, end = "AFFILIATED_WITH", (Institution,), (Bureau, Institution, PartyUnit, Government, External)

    wording: Literal["affiliated", "led"] | None = said("What the document calls it.")


class ManagedBy(Relationship):
    """Stands by itself and is managed by another body."""

    relation, start, end = "MANAGED_BY", (Bureau, Institution), (Bureau, External)

    matters: list[str] | None = said("The matters that are managed, as short terms.")


class BranchOf(Relationship):
    """A field unit of."""

    relation, start, end = "BRANCH_OF", (Branch,), (Bureau, Institution)

    ordinal: int | None = said("Place among the branches of this owner, from 1.")
    ordinal_printed: str | None = said("The printed number without brackets and stops.")


class Oversees(Relationship):
    """Guides, supervises or otherwise watches over another organization; guidance is not command."""

    relation, start, end = "OVERSEES", ACTORS, ACTORS

    roles: list[OversightRole] = Field(description="How it watches over it.")


class ActsFor(Relationship):
    """Is entrusted, authorised or assigned by another organization."""

    relation, start, end = "ACTS_FOR", ACTORS, ACTORS


class Hosts(Relationship):
    """Does the daily work of an office, or houses it (承担办公室日常工作)."""

    relation, start = "HOSTS", ACTORS
    end = (LeadingGroupOffice, HostedOffice, Institution, Bureau, PartyUnit, External, LeadingGroup)

    wordings: list[HostWording] = Field(description="One per proof.")


class OfficeOf(Relationship):
    """Is the office of a coordinating body."""

    relation, start, end = "OFFICE_OF", (LeadingGroupOffice,), (LeadingGroup,)


class MemberOf(Relationship):
    """Sits in a coordinating body."""

    relation, start, end = "MEMBER_OF", ACTORS, (LeadingGroup,)

    role: Literal["lead", "member"] = Field(description="Its part there.")


class AnswersTo(Relationship):
    """Acts with the consent of a coordinating body; is not its office."""

    relation, start, end = "ANSWERS_TO", ACTORS, (LeadingGroup,)


class HangsSign(Relationship):
    """A unit hangs the sign of another body (加挂牌子).

        (unit:Organization)-[:HANGS_SIGN]->(sign:Alias)

    The unit has the staff; the sign has none of its own. A second name that is only printed in
    brackets is `KnownAs`: it may be a sign, an abbreviation or a gloss.
    """

    relation, start, end = "HANGS_SIGN", ACTORS, (Alias,)

    wording: SignWording = Field(description="The word of the document: 挂, 加挂, 保留, 牌子 or brand.")


class KnownAs(Relationship):
    """A unit has another name that is no sign: brackets, former names, variants."""

    relation, start, end = "KNOWN_AS", ACTORS, (Alias,)


class Denotes(Relationship):
    """A name is also a body in the graph."""

    relation, start, end = "DENOTES", (Alias,), ACTORS


class ResponsibleFor(Relationship):
    """Does a matter, by its own document."""

    relation, start, end = "RESPONSIBLE_FOR", ACTORS, (Function,)

    roles: list[Role] = Field(description="What it does about the matter; distinct and sorted.")
    level: Literal["bureau", "unit"] = Field(description="Duties of a body, or of what is PART_OF it.")


class CoordinatesWith(Relationship):
    """Works together with another organization on some matter."""

    relation, start, end = "COORDINATES_WITH", ACTORS, ACTORS


class Between(Relationship):
    """A stated division of labour gives this organization a share."""

    relation, start, end = "BETWEEN", (Boundary,), ACTORS

    share: str | None = said("What falls to it, as a short summary, not a quote.")
    share_zh: str | None = said("The same in Chinese, where the summary is not.")
    share_en: str | None = said("The same in English, where the summary is not.")


class Concerns(Relationship):
    """Is about a matter."""

    relation, start, end = "CONCERNS", (Boundary, LeadingGroup, HostedOffice, ChangeEvent), (Function,)


class Before(Relationship):
    """What was there before a change; who gave; what was dropped from."""

    relation, start, end = "BEFORE", (ChangeEvent,), ACTORS


class After(Relationship):
    """What came of a change; who received."""

    relation, start, end = "AFTER", (ChangeEvent,), ACTORS


class Heads(Relationship):
    """Answers for an organization."""

    relation, start, end = "HEADS", (Person,), ACTORS


class LocatedAt(Relationship):
    """Is found at a site."""

    relation, start, end = "LOCATED_AT", ACTORS, (Site,)


class HasQuota(Relationship):
    """Is granted a number of posts."""

    relation, start, end = "HAS_QUOTA", ACTORS, (Quota,)


class Serves(Relationship):
    """Works for a place."""

    relation, start, end = "SERVES", ACTORS, (Place,)


class Governs(Relationship):
    """Is the government of a place."""

    relation, start, end, proven = "GOVERNS", (Government,), (Place,), False


class Within(Relationship):
    """Lies in a larger place, or below a wider function."""

    relation, start, end, proven = "WITHIN", (Place, Function), (Place, Function), False


class InPlace(Relationship):
    """Belongs to a place: every actor does."""

    relation, start, end, proven = "IN_PLACE", ACTORS, (Place,), False


class DescribedIn(Relationship):
    """Is described in a document; what that document says of it stands here under the names of its properties."""

    relation, start, end, proven = "DESCRIBED_IN", ACTORS, (Document,), False

    label: str | None = said("The label that this document gives it.")
    as_of: PartialDate | None = said("The date of the document: of two that describe a body, the later one is shown.")
    name: str | None = said("As this document prints it.")
    name_zh: str | None = said("The Chinese name that it has by this document.")
    name_zh_source: NameSource | None = said("Where this Chinese name comes from.")
    name_en: str | None = said("The English name that it has by this document.")
    name_en_source: NameSource | None = said("Where this English name comes from.")
    place: str | None = said("Id of its place, where its own id does not begin with it.")
    rank: str | None = said("Its rank by this document.")
    unnamed: bool | None = said("True where this document gives no name.")
    printed: str | None = said("Its heading in this document.")
    system: System | None = said("Its system by this document.")
    civil_service_ref: str | None = said("What this document says of the civil service law.")
    stated_divisions: int | None = said("The number of internal units that this document announces.")
    stated_institutions: int | None = said("The number of institutions that this document announces.")
    stated_branches: int | None = said("The number of branches that this document announces.")
    no_divisions_stated: bool | None = said("True where this document says that there are no internal units for now.")
    stated_lines: list[int] | None = said("Where this document announces them.")


class NamedIn(Relationship):
    """Is named in a document that does not describe it; what that document says of it stands here.

    So does what a document says of things that belong to a unit: another document may say it, too.
    """

    relation, start, end, proven = "NAMED_IN", NAMED, (Document,), False

    label: str | None = said("The label that this document gives it.")
    name: str | None = said("As this document prints it.")
    name_zh: str | None = said("The Chinese name that it has by this document.")
    name_zh_source: NameSource | None = said("Where this Chinese name comes from.")
    name_en: str | None = said("The English name that it has by this document.")
    name_en_source: NameSource | None = said("Where this English name comes from.")
    place: str | None = said("Id of its place, where its own id does not begin with it.")
    unnamed: bool | None = said("True where this document gives no name.")
    form: Form | None = said("The kind of coordinating body by this document.")
    implied: bool | None = said("True where this document names only its office.")
    kind: str | None = said("Of an alias, a quota or a change: its kind by this document.")
    language: str | None = said("Of an alias: the language of the name.")
    post: str | None = said("Of a person: the post.")
    blank: list[str] | None = said("Of a person or a site: fields that are printed empty.")
    address: str | None = said("Of a site: the postal address.")
    postcode: str | None = said("Of a site: the postcode.")
    phone: str | None = said("Of a site: the telephone number.")
    hours: str | None = said("Of a site: office hours.")
    opened: PartialDate | None = said("Of a site: since when it is in use.")
    area_m2: int | None = said("Of a site: its area.")
    number: int | str | None = said("Of a quota: how many posts; of a cited document: its number.")
    of_which: list[str] | None = said("Of a quota: what the number includes.")
    counted_elsewhere: bool | None = said("Of a quota: true where another number includes it.")
    date: PartialDate | None = said("Of a change: its date.")
    date_relation: str | None = said("Of a change: how the date limits it.")
    external: bool | None = said("Of a document: true, it is only cited.")


class Names(Relationship):
    """A normalised name under which something is found."""

    relation, start, end, proven = "NAMES", (Name,), (*ACTORS, Alias, Function, Place), False


class RaisedBy(Relationship):
    """An open question came up in a document."""

    relation, start, end, proven = "RAISED_BY", (Question,), (Document,), False


class Cites(Relationship):
    """Names another document."""

    relation, start, end, proven = "CITES", (Document,), (Document,), False


RELATIONSHIPS: tuple[type[Relationship], ...] = tuple(Relationship.__subclasses__())
RELATIONSHIP_BY_TYPE: dict[str, type[Relationship]] = {one.relation: one for one in RELATIONSHIPS}
