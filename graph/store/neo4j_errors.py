"""What the driver raises as errors of ours: classified by the Neo.* code; a password never stands in one."""

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    UnsupportedServerProduct,
)

from graph.errors import (
    GuapaiError,
    LoginError,
    NotThereError,
    OutcomeUnknownError,
    RefusedError,
    UnreachableError,
    UsageError,
    VersionError,
)
from graph.store.address import BOLT_PORT
from graph.store.neo4j_calls import DamagedError, SilentError

OLDEST = (5, 26)
SUPPORTED = f"Neo4j {OLDEST[0]}.{OLDEST[1]} or newer"


def explained(error: Exception, where: str) -> GuapaiError:
    """The error of ours for one of the driver."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, ServiceUnavailable | ConfigurationError) or (isinstance(error, DriverError) and not code):
        return _unreachable(error, where)
    if "AuthenticationRateLimit" in code:
        return LoginError(where, "too many wrong logins", "a pause of five seconds", "then set NEO4J_PASSWORD")
    if "CredentialsExpired" in code:
        return LoginError(
            where, "the password must be changed first", "a password of your own", "change it in the Browser"
        )
    if isinstance(error, AuthError) or ".Security." in code:
        return LoginError(
            where, "the login was refused", "the right user and password", "set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if "WriteOnReadOnlyAccess" in code or "ReadOnly" in code or "NotALeader" in code:
        return RefusedError(
            where,
            "the database is read-only",
            "a database that may be written",
            "ask its operator, or set NEO4J_DATABASE to another",
        )
    if "DatabaseNotFound" in code:
        return NotThereError(where, "there is no such database", "a database of this server", "set NEO4J_DATABASE")
    if "DatabaseUnavailable" in code:
        return UnreachableError(
            where, "the database is stopped or not up yet", "a running database", "SHOW DATABASES says why"
        )
    if "TransactionTimedOut" in code or "LockClientStopped" in code:
        return RefusedError(where, "the time limit was reached", "an answer in time", "ask for less")
    if "OutOfMemory" in code:
        return RefusedError(where, "the statement needs too much memory of the server", "less", "ask for less")
    if ".Statement." in code or ".Procedure." in code:
        return UsageError(
            "Cypher",
            _message(error),
            "Cypher that this server runs",
            "guapai schema lists labels, relationships and properties",
        )
    if "TransactionCommitFailed" in code or "TransactionLogError" in code:
        return outcome_unknown(error, where)
    found = f"{code or type(error).__name__}: {_message(error)}"
    return GuapaiError(where, found, "an answer", "guapai doctor says which database is used")


def outcome_unknown(error: Exception, where: str) -> GuapaiError:
    """The end of a write that failed: certain only where the server itself refused it before writing."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, Neo4jError) and "DatabaseError" not in code:
        return explained(error, where)
    found = "the connection or the disk failed while the transaction was ending"
    return OutcomeUnknownError(
        where, found, "an answer of the server", "run the same command again: it writes what is missing"
    )


def _unreachable(error: Exception, where: str) -> GuapaiError:
    """Why nothing came back; the driver tells these apart by their words only."""
    if isinstance(error, SilentError):
        todo = "see whether the server is well, then run the same command again"
        return UnreachableError(where, "the server has fallen silent", "an answer in time", todo)
    if isinstance(error, DamagedError):
        todo = "see what stands between here and the server"
        return UnreachableError(where, "what came from the server is no answer", "an undamaged connection", todo)
    text = str(error).lower()
    if isinstance(error, UnsupportedServerProduct) or "notification filtering" in text:
        return VersionError(
            where, "the server is too old, or no Neo4j", SUPPORTED, "guapai neo4j up starts one that works"
        )
    if "certificate" in text or "certverification" in text:
        todo = "bolt+ssc:// or neo4j+ssc:// for a certificate of your own"
        return UnreachableError(where, "the certificate of the server is not trusted", "one of a known authority", todo)
    if "[ssl" in text or "tls" in text:
        found = "an encrypted connection could not be made: the server speaks no TLS here"
        return UnreachableError(where, found, "TLS on both sides", "bolt:// or neo4j:// without TLS")
    if "timed out" in text or "deadline" in text:
        todo = f"the usual port is {BOLT_PORT}; see whether the server is well"
        return UnreachableError(where, "something listens there and says nothing", "a running Neo4j", todo)
    if "protocol" in text or "http" in text or "handshake" in text:
        todo = f"the usual port is {BOLT_PORT}; where the server wants TLS, bolt+s:// or neo4j+s://"
        return VersionError(where, "the server does not speak Bolt", "a Neo4j server at this port", todo)
    return UnreachableError(where, "nobody answers", "a running Neo4j", "start it, or set NEO4J_URI")


def unrouted(where: str) -> UnreachableError:
    """The error for a server that answers by itself and has no table of addresses that do."""
    found = "the server answers, the addresses it names for routing do not"
    return UnreachableError(where, found, "a cluster or Aura", "bolt:// for a single server")


def _message(error: Exception) -> str:
    message = error.message if isinstance(error, Neo4jError) else str(error)
    return str(message or error).splitlines()[0]
