"""Every node type of the graph, said once: label, Chinese term, meaning, properties."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

NameSource = Literal["printed", "translated", "reconstructed"]
PartialDate = Annotated[str, Field(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
Role = Literal["leads", "joins", "participates", "guides", "supervises", "approves", "drafts", "undertakes", "does"]
OversightRole = Literal["guides", "supervises", "approves", "audits", "licenses", "appoints", "manages"]
Form = Literal["leading_group", "committee", "joint_conference", "working_group", "office_only"]
AliasKind = Literal["sign", "bracket", "second_name", "former_name", "short_name", "translation", "variant"]
QuotaKind = Literal[
    "administrative",
    "logistics",
    "director",
    "deputy_director",
    "discipline_secretary",
    "chief_accountant",
    "division_heads",
    "deputy_division_heads",
    "other",
]
ChangeKind = Literal["found", "merge", "rename", "transfer", "drop", "strengthen"]
HostWording = Literal["sign", "bracket", "daily_work", "daily_management", "located", "assists", "liaison"]
SignWording = Literal["hang", "add", "retain", "brand"]
System = Literal["government", "party", "congress", "court", "procuratorate", "mass_organization", "zone"]
QuestionKind = Literal["lost_name", "two_readings", "unknown_place", "duty_without_function", "number"]


def said(description: str, default: Any = None) -> Any:
    """A property with its description; absent unless a value is given."""
    return Field(default, description=description)


class Node(BaseModel):
    """Anything in the graph; `label` is its own label, `labels` all that it carries."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    label: ClassVar[str] = ""
    chinese: ClassVar[str] = ""

    id: str = Field(description="Unique over all labels.")
    name: str = Field(description="As its document prints it, or made of its kind and number.")
    name_zh: str | None = said("The Chinese name, repaired or translated where `name_zh_source` says so.")
    name_en: str | None = said("The English name, repaired or translated where `name_en_source` says so.")
    name_zh_source: NameSource | None = said("Where the Chinese name comes from.")
    name_en_source: NameSource | None = said("Where the English name comes from.")

    @classmethod
    def labels(cls) -> tuple[str, ...]:
        """The labels a node of this class carries, the most special one first."""
        return (cls.label,)


class Organization(Node):
    """An actor: a body, a unit of one, or a coordinating body. Carries one more label that says which."""

    label = "Organization"
    chinese = "组织"

    place: str | None = said("Id of the place it belongs to.")
    document: str | None = said("Id of the document that describes it; absent where it is only named.")
    lines: list[int] | None = said("Its heading first, then its text; lines count from 1.")
    rank: str | None = said("Administrative rank as printed.")
    unnamed: bool | None = said("True where the document gives no name.")
    printed: str | None = said("The heading as printed, up to its stop or colon.")
    stated_divisions: int | None = said("The number of internal units that the document announces.")
    stated_institutions: int | None = said("The number of affiliated institutions that the document announces.")
    stated_branches: int | None = said("The number of branches that the document announces.")
    no_divisions_stated: bool | None = said("True where the document says that there are no internal units for now.")
    stated_lines: list[int] | None = said("Where the document announces that number, or that there are none.")

    @classmethod
    def labels(cls) -> tuple[str, ...]:
        """The label of the kind of actor, then `Organization`."""
        return (cls.label, "Organization") if cls is not Organization else ("Organization",)


class Government(Organization):
    """The people's government of a place (人民政府)."""

    label, chinese = "Government", "人民政府"


class Bureau(Organization):
    """A department of a government, with standing of its own (工作部门)."""

    label, chinese = "Bureau", "工作部门"

    system: System | None = said("Which system it belongs to; only those of government and zone are ORGAN_OF.")


class Division(Organization):
    """An internal unit; has no standing of its own (内设机构)."""

    label, chinese = "Division", "内设机构"


class Institution(Organization):
    """A public institution under a bureau (直属、下属事业单位)."""

    label, chinese = "Institution", "事业单位"

    civil_service_ref: Literal["yes", "no", "unstated"] | None = said(
        "Managed with reference to the civil service law."
    )


class Branch(Organization):
    """A field unit (分局、派出机构)."""

    label, chinese = "Branch", "派出机构"


class LeadingGroup(Organization):
    """A coordinating body (议事协调机构); `form` says which kind."""

    label, chinese = "LeadingGroup", "议事协调机构"

    form: Form | None = said("Which kind of coordinating body the name says it is.")
    implied: bool | None = said("True where it is known only through its office.")


class LeadingGroupOffice(Organization):
    """The office of a coordinating body, hosted by some unit (议事协调机构的办公室)."""

    label, chinese = "LeadingGroupOffice", "议事协调机构办公室"


class HostedOffice(Organization):
    """Any other office whose work a unit does (承办的其他办公室)."""

    label, chinese = "HostedOffice", "承办的办公室"


class PartyUnit(Organization):
    """A Party committee, branch or discipline unit (机关党委、纪检监察机构)."""

    label, chinese = "PartyUnit", "党群与纪检机构"


class External(Organization):
    """A body that a document names and does not describe; `unnamed` for "the relevant departments"."""

    label, chinese = "External", "其他机构"


class Alias(Node):
    """Any name of a unit that is not its first name (又名、牌子、简称、曾用名); one node per owner and name."""

    label, chinese = "Alias", "别名"

    kind: AliasKind = Field(description="The first of the list that fits.")
    language: Literal["zh", "en"] = Field(description="The language of the name.")
    document: str = Field(description="Id of the document.")
    lines: list[int] = Field(description="Where it is printed; lines count from 1.")


class Function(Node):
    """One entry of the function tree: a matter that units do (职能)."""

    label, chinese = "Function", "职能"

    code: str = Field(description="Its own key, without its parent's.")
    cofog: str | None = said("Class of the UN classification of functions of government, where one fits.")
    general: bool | None = said("True for a chore of every office, which questions about overlap leave out.")


class Place(Node):
    """A province, prefecture, county or zone (地方)."""

    label, chinese = "Place", "地方"

    code: str | None = said("GB/T 2260 code.")
    code_year: int | None = said("Year of the code list it stands in; of a former place the last one that has it.")
    level: Literal["nation", "province", "prefecture", "county", "zone"] | None = said("Administrative level.")
    unlisted: bool | None = said("True for a place that no list has; it has no code.")
    former: bool | None = said("True for a place that was merged or renamed since.")


class Person(Node):
    """The person who answers for a unit (负责人)."""

    label, chinese = "Person", "负责人"

    post: str | None = said("The post as printed.")
    blank: list[str] | None = said("Fields that are printed empty.")


class Site(Node):
    """Where an organization is found, one per organization (办公地点)."""

    label, chinese = "Site", "办公地点"

    address: str | None = said("Postal address as printed.")
    postcode: str | None = said("Postcode.")
    phone: str | None = said("Telephone number as printed.")
    hours: str | None = said("Office hours in the OpenStreetMap opening_hours notation.")
    opened: PartialDate | None = said("Since when the site is in use.")
    area_m2: int | None = said("Area in square metres.")
    blank: list[str] | None = said("Fields that are printed empty.")


class Quota(Node):
    """A number of posts that the document grants (编制、领导职数)."""

    label, chinese = "Quota", "编制职数"

    kind: QuotaKind = Field(description="What the posts are.")
    number: int | None = said("How many; absent where the document gives no number.")
    of_which: list[str] | None = said('What the number includes, as "kind=number".')
    counted_elsewhere: bool | None = said("True where another number includes it.")


class ChangeEvent(Node):
    """Something that was founded, merged, renamed, transferred, dropped or strengthened (职责调整、沿革)."""

    label, chinese = "ChangeEvent", "变动"

    kind: ChangeKind = Field(description="What happened.")
    date: PartialDate | None = said("Partial date; absent where not said.")
    date_relation: Literal["at", "after", "before"] | None = said("How the date limits the event.")
    document: str = Field(description="Id of the document.")
    lines: list[int] = Field(description="Where it is printed; lines count from 1.")


class Boundary(Node):
    """A division of labour that the document states: not an overlap (职责分工)."""

    label, chinese = "Boundary", "职责分工"

    document: str = Field(description="Id of the document.")
    lines: list[int] = Field(description="Where it is printed; lines count from 1.")


class Question(Node):
    """An open question: what the reading of a document left to a person (待核问题); holds no sentence."""

    label, chinese = "Question", "待核问题"

    kind: QuestionKind | None = said("What is open; absent where an older record does not say.")
    seen: str | None = said("The name that was seen.")
    document: str = Field(description="Id of the document.")
    lines: list[int] = Field(description="Where it is printed; lines count from 1.")


class Name(Node):
    """The index of names: `id` is a normalised name (名称索引). Written at load; in no export, picture or count."""

    label, chinese = "Name", "名称索引"


class Document(Node):
    """A source document, loaded or only cited (文件)."""

    label, chinese = "Document", "文件"

    heading: str | None = said("The heading of the document.")
    sha256: str | None = said("SHA-256 of the text, in hexadecimal digits.")
    original_sha256: str | None = said("SHA-256 of the Word or PDF file that the text was taken from.")
    reader: str | None = said("What took the text out of such a file.")
    source: str | None = said("The address it came from.")
    retrieved: PartialDate | None = said("When it was fetched from there.")
    language: Literal["zh", "en"] | None = said("Language of the text.")
    machine_translated: bool | None = said("True where the text is a machine translation.")
    line_count: int | None = said("Number of lines; a last line without a break counts.")
    as_of: PartialDate | None = said("The date printed, if any.")
    extraction_key: str | None = said("Program and rule version; absent for records made by reading.")
    reviewed: PartialDate | None = said("When a person compared the record with its document.")
    loaded_at: str | None = said("When it was first loaded, ISO 8601 in UTC.")
    text_kept: bool | None = said("True where the user asked to keep the quoted text.")
    external: bool | None = said("True where it is only cited.")
    number: str | None = said("Document number (文号).")
    record_sha256: str | None = said("SHA-256 of the record, the data files and the schema it was loaded with.")
    statements: int | None = said("How many relationships it owns.")
    digests: list[str] | None = said("For each kind of what it says, what tells that somebody changed it.")
    most_statements: int | None = said("The most that it owned with a proof since a loss was allowed.")
    most_proofs: int | None = said("The most proofs that it had since a loss was allowed.")


ACTORS: tuple[type[Organization], ...] = (
    Government,
    Bureau,
    Division,
    Institution,
    Branch,
    LeadingGroup,
    LeadingGroupOffice,
    HostedOffice,
    PartyUnit,
    External,
)
NODES: tuple[type[Node], ...] = (
    Organization,
    *ACTORS,
    Alias,
    Function,
    Place,
    Person,
    Site,
    Quota,
    ChangeEvent,
    Boundary,
    Question,
    Name,
    Document,
)
NODE_BY_LABEL: dict[str, type[Node]] = {node.label: node for node in NODES}
