"""Networks as Turtle and JSON-LD in the terms of the W3C Organization Ontology (ORG), and in terms of our own for the rest.

Every node and every relationship is said twice. In terms that other programs know: a division is an
`org:OrganizationalUnit` that is `org:unitOf` a bureau. And whole: each property under its own name, each relationship as
an `rdf:Statement` with its key and its proof, so that a file holds all that the network holds. Lists are RDF lists.
"""

import hashlib
import math
import re
from collections.abc import Mapping
from decimal import Decimal
from types import ModuleType
from typing import Any
from urllib.parse import quote

import networkx

from graph.errors import NotThereError
from graph.export.flat import allowed
from graph.installation import with_extra
from graph.said import Said

NODE, LINK, OURS = "urn:guapai:node:", "urn:guapai:relationship:", "urn:guapai:schema:"
PREFIXES = {
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "guapai": OURS,
}
# What a node is to other programs, by its label; a collaboration has members and no staff of its own.
CLASSES = {
    "Government": "org:FormalOrganization",
    "Bureau": "org:FormalOrganization",
    "Institution": "org:FormalOrganization",
    "Division": "org:OrganizationalUnit",
    "Branch": "org:OrganizationalUnit",
    "PartyUnit": "org:OrganizationalUnit",
    "LeadingGroupOffice": "org:OrganizationalUnit",
    "HostedOffice": "org:OrganizationalUnit",
    "LeadingGroup": "org:OrganizationalCollaboration",
    "External": "org:Organization",
    "Site": "org:Site",
    "ChangeEvent": "org:ChangeEvent",
    "Person": "foaf:Person",
    "Document": "foaf:Document",
    "Function": "skos:Concept",
    "Alias": "skosxl:Label",
    "Place": "dct:Location",
}
# What a relationship says to other programs. ORG knows no hosting and no oversight: there the two are linked.
PROPERTIES = {
    "PART_OF": "org:unitOf",
    "BRANCH_OF": "org:unitOf",
    "OFFICE_OF": "org:unitOf",
    "ORGAN_OF": "org:subOrganizationOf",
    "AFFILIATED_WITH": "org:subOrganizationOf",
    "MANAGED_BY": "org:linkedTo",
    "HOSTS": "org:linkedTo",
    "OVERSEES": "org:linkedTo",
    "ACTS_FOR": "org:linkedTo",
    "COORDINATES_WITH": "org:linkedTo",
    "ANSWERS_TO": "org:linkedTo",
    "MEMBER_OF": "org:memberOf",
    "HEADS": "org:headOf",
    "LOCATED_AT": "org:hasSite",
    "RESPONSIBLE_FOR": "org:purpose",
    "BEFORE": "org:originalOrganization",
    "AFTER": "org:resultingOrganization",
    "HANGS_SIGN": "skosxl:altLabel",
    "KNOWN_AS": "skosxl:altLabel",
    "IN_PLACE": "dct:spatial",
    "DESCRIBED_IN": "dct:source",
    "NAMED_IN": "dct:source",
    "CITES": "dct:references",
}
WITHIN = {"Function": "skos:broader", "Place": "dct:isPartOf"}
NAMES = {"name": None, "name_zh": "zh", "name_en": "en"}
PLAIN = re.compile(r"[^\w./~-]|_")
Network = networkx.MultiDiGraph


def library() -> ModuleType:
    """rdflib; raises NotThereError where the extra `rdf` is not installed."""
    try:
        import rdflib
    except ImportError as error:
        raise NotThereError(
            "rdflib", Said("it is not installed"), Said("the extra 'rdf'"), with_extra("rdf")
        ) from error
    return rdflib


def turtle(network: "Network[str]") -> str:
    """The network as Turtle."""
    return str(_graph(network).serialize(format="turtle"))


def json_ld(network: "Network[str]") -> str:
    """The network as JSON-LD with one context, sorted by ids."""
    return str(_graph(network).serialize(format="json-ld", context=PREFIXES, indent=1, sort_keys=True))


def address(prefix: str, own_id: str) -> str:
    """The IRI of an id of ours: letters and digits of any script as they are, all else in percents."""
    return prefix + PLAIN.sub(lambda found: quote(found[0], safe="", errors="surrogatepass"), own_id)


def _graph(network: "Network[str]") -> Any:
    """All that the network holds, as triples."""
    writer = _Writer(library())
    for own_id, data in network.nodes(data=True):
        writer.node(own_id, data)
    for start, end, key, data in network.edges(keys=True, data=True):
        writer.link(network.nodes[start], (start, end, key), data)
    return writer.graph


class _Writer:
    """Puts nodes and relationships into a graph of rdflib."""

    def __init__(self, rdflib: ModuleType) -> None:
        from rdflib.collection import Collection

        self.rdflib, self.collection = rdflib, Collection
        self.graph = rdflib.Graph()
        for prefix, whole in PREFIXES.items():
            self.graph.bind(prefix, whole, override=True)

    def node(self, own_id: str, data: Mapping[str, Any]) -> None:
        """A node: its classes, its names, its properties."""
        thing = self.iri(NODE, own_id)
        self.add(thing, "dct:identifier", self.literal(own_id))
        for label in data["labels"]:
            self.add(thing, "rdf:type", self.term(f"guapai:{label}"))
            if label in CLASSES:
                self.add(thing, "rdf:type", self.term(CLASSES[label]))
        naming = "skosxl:literalForm" if data["labels"][0] == "Alias" else "skos:prefLabel"
        for name, language in NAMES.items():
            if isinstance(data.get(name), str):
                wanted = naming if language or naming == "skosxl:literalForm" else "rdfs:label"
                self.add(thing, wanted, self.rdflib.Literal(allowed(data[name]), lang=language))
        self.own(thing, data)

    def link(self, origin: Mapping[str, Any], ends: tuple[str, str, str], data: Mapping[str, Any]) -> None:
        """A relationship: what it says, and a statement that holds its key and its properties."""
        start, end, key = ends
        subject, other = self.iri(NODE, start), self.iri(NODE, end)
        known = PROPERTIES.get(data["type"]) or (WITHIN.get(origin["labels"][0]) if data["type"] == "WITHIN" else None)
        for term in filter(None, (known, f"guapai:{data['type']}")):
            self.add(subject, term, other)
        statement = self.iri(LINK, hashlib.sha256(repr(ends).encode()).hexdigest()[:24])
        self.add(statement, "rdf:type", self.term("rdf:Statement"))
        self.add(statement, "rdf:subject", subject)
        self.add(statement, "rdf:predicate", self.term(f"guapai:{data['type']}"))
        self.add(statement, "rdf:object", other)
        self.add(statement, "guapai:key", self.literal(key))
        if isinstance(data.get("document"), str):
            self.add(statement, "dct:source", self.iri(NODE, f"document/{data['document']}"))
        self.own(statement, {name: value for name, value in data.items() if name != "type"})

    def own(self, thing: Any, data: Mapping[str, Any]) -> None:
        """Each property under its own name; what is absent and a number that is none are left out."""
        for name, value in data.items():
            if value is None or (isinstance(value, float) and not math.isfinite(value)):
                continue
            self.add(thing, f"guapai:{name}", self.list(value) if isinstance(value, list) else self.literal(value))

    def list(self, values: list[Any]) -> Any:
        """A list in its order."""
        if not values:
            return self.term("rdf:nil")
        head = self.rdflib.BNode(f"list{len(self.graph)}")
        self.collection(self.graph, head, [self.literal(value) for value in values])
        return head

    def literal(self, value: Any) -> Any:
        if isinstance(value, float):  # as a decimal: rdflib rounds doubles in Turtle
            return self.rdflib.Literal(Decimal(repr(value)))
        return self.rdflib.Literal(allowed(value) if isinstance(value, str) else value)

    def iri(self, prefix: str, own_id: str) -> Any:
        return self.rdflib.URIRef(address(prefix, own_id))

    def term(self, short: str) -> Any:
        prefix, _, name = short.partition(":")
        return self.rdflib.URIRef(PREFIXES[prefix] + name)

    def add(self, subject: Any, term: str, value: Any) -> None:
        self.graph.add((subject, self.term(term), value))
