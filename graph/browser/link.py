"""Links to the Neo4j Browser of a server: where it is, which login it fills in, what stands in its editor.

`dbms`, `db`, `cmd` and `arg` are parameters of the Browser: https://neo4j.com/docs/browser-manual/current/operations/
browser-url-parameters/. A password is never part of a link.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from graph.errors import RefusedError
from graph.said import Said
from graph.server import running
from graph.settings import settings
from graph.store.address import checked_address, checked_page
from graph.store.choose import Choice

HTTP_PORT, HTTPS_PORT = 7474, 7473
AURA = ".databases.neo4j.io"
AURA_BROWSER = "https://browser.neo4j.io/"


@dataclass(frozen=True)
class Browser:
    """A Browser and the database that it is to open; `database` is None for the default one."""

    address: str
    uri: str
    username: str
    database: str | None = None

    def link(self, text: str = "") -> str:
        """The link, with a text in the editor where one is given."""
        dbms = urlsplit(self.uri)
        fields = {"dbms": f"{dbms.scheme}://{quote(self.username, safe='')}@{dbms.netloc}"}
        if self.database:
            fields["db"] = self.database
        if text:
            fields |= {"cmd": "edit", "arg": _in_editor(text)}
        return f"{self.address}?{urlencode(fields, quote_via=quote, safe='')}"


def _in_editor(text: str) -> str:
    """The Browser takes an address apart after it has decoded it: & and # would end the text there.

    Cypher knows both as escapes, anywhere in a statement.
    """
    return text.rstrip().replace("&", "\\u0026").replace("#", "\\u0023")


def browser_of(choice: Choice, address: str | None = None) -> Browser:
    """The Browser of a chosen store; `address` says where it is if not at the usual port of the server.

    Raises RefusedError for an embedded graph, UsageError for an address that no driver takes.
    """
    if choice.kind == "embedded":
        todo = Said("guapai neo4j up\nguapai load")
        raise RefusedError(
            Said("embedded {}", choice.target), Said("an embedded graph has no Browser"), Said("a Neo4j server"), todo
        )
    address = checked_page(address) if address else None
    if choice.kind == "local" and (server := running()):
        return Browser(address or f"{server.http}/browser/", server.uri, server.username)
    uri = checked_address(choice.target)
    return Browser(address or usual_address(uri), uri, settings().neo4j_username, settings().neo4j_database)


def usual_address(uri: str) -> str:
    """Where the Browser of a server is unless somebody moved it."""
    parts = urlsplit(uri)
    host = parts.hostname or "localhost"
    if host.endswith(AURA):
        return AURA_BROWSER
    host = f"[{host}]" if ":" in host else host
    return f"https://{host}:{HTTPS_PORT}/browser/" if "+" in parts.scheme else f"http://{host}:{HTTP_PORT}/browser/"
