"""What the driver raises as errors of ours: classified by the Neo.* code; a password never stands in one."""

from urllib.parse import urlsplit

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
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

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
BROWSER_PORT, BOLT_PORT = 7474, 7687


def checked_address(uri: str) -> str:
    """The address itself; raises UsageError for one of another kind, or one that holds a password."""
    parts = urlsplit(uri)
    host = parts.hostname or "localhost"
    if parts.username or parts.password:
        raise UsageError(
            "the address of the database",
            "it holds a login",
            f"{parts.scheme}://{host}",
            "set NEO4J_USERNAME and NEO4J_PASSWORD",
        )
    if parts.scheme not in SCHEMES or parts.port == BROWSER_PORT:
        right = f"bolt://{host}:{BOLT_PORT}"
        raise UsageError(uri, "this is no address for drivers", "a scheme among " + ", ".join(SCHEMES), f"try {right}")
    return uri


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
        return RefusedError(where, "the database is read-only", "a database that may be written")
    if "DatabaseNotFound" in code:
        return NotThereError(where, "there is no such database", "a database of this server", "set NEO4J_DATABASE")
    if "DatabaseUnavailable" in code:
        return UnreachableError(
            where, "the database is stopped or not up yet", "a running database", "SHOW DATABASES says why"
        )
    if "TransactionTimedOut" in code or "LockClientStopped" in code:
        return GuapaiError(where, "the time limit was reached", "an answer in time", "ask for less")
    if ".Statement." in code:
        return UsageError("Cypher", _message(error), "Cypher that this server runs")
    if "TransactionCommitFailed" in code or "TransactionLogError" in code:
        return outcome_unknown(error, where)
    return GuapaiError(where, f"{code or type(error).__name__}: {_message(error)}")


def outcome_unknown(error: Exception, where: str) -> GuapaiError:
    """A commit that failed: certain only where the server refused it before writing."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, IncompleteCommit | ServiceUnavailable) or "DatabaseError" in code:
        found = "the connection or the disk failed while the transaction was ending"
        return OutcomeUnknownError(
            where, found, "an answer of the server", "run the same command again: it writes what is missing"
        )
    return explained(error, where)


def _unreachable(error: Exception, where: str) -> GuapaiError:
    text = str(error).lower()
    if "ssl" in text or "tls" in text or "certificate" in text:
        return UnreachableError(
            where,
            "an encrypted connection could not be made",
            "TLS on both sides",
            "bolt:// without TLS, bolt+ssc:// for an own certificate",
        )
    if "protocol" in text or "http" in text or "handshake" in text:
        return VersionError(
            where, "the server does not speak Bolt", "a Neo4j server at this port", f"the usual port is {BOLT_PORT}"
        )
    return UnreachableError(where, "nobody answers", "a running Neo4j", "start it, or set NEO4J_URI")


def _message(error: Exception) -> str:
    message = error.message if isinstance(error, Neo4jError) else str(error)
    return str(message or error).splitlines()[0]
