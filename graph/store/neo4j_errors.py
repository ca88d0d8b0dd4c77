"""What the driver raises as errors of ours: classified by the Neo.* code; a password never stands in one."""

import re

from neo4j.exceptions import (
    AuthError,
    BrokenRecordError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    UnsupportedServerProduct,
    WriteServiceUnavailable,
)

from graph.certificates import untrusted
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
from graph.said import Said
from graph.store.address import BOLT_PORT
from graph.store.neo4j_calls import DamagedError, SilentError, UnknownHostError
from graph.store.unheld import unheld_value

PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")
OLDEST = (5, 26)
SUPPORTED = Said("Neo4j {}.{} or newer", OLDEST[0], OLDEST[1])


def explained(error: Exception, where: str) -> GuapaiError:
    """The error of ours for one of the driver."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, BrokenRecordError):
        return unheld_value()
    if isinstance(error, ServiceUnavailable | ConfigurationError) or (isinstance(error, DriverError) and not code):
        return _unreachable(error, where)
    if isinstance(error, AuthError) or ".Security." in code:
        return _login_refused(code, where)
    if "WriteOnReadOnlyAccess" in code or "ReadOnly" in code:
        return RefusedError(
            where,
            Said("the database is read-only"),
            Said("a database that may be written"),
            Said("ask its operator, or set NEO4J_DATABASE to another"),
        )
    if "DatabaseNotFound" in code:
        return NotThereError(
            where, Said("there is no such database"), Said("a database of this server"), Said("set NEO4J_DATABASE")
        )
    if "DatabaseUnavailable" in code:
        return UnreachableError(
            where,
            Said("the database is stopped or not up yet"),
            Said("a running database"),
            Said("SHOW DATABASES says why"),
        )
    if "TransactionTimedOut" in code or "LockClientStopped" in code:
        return RefusedError(where, Said("the time limit was reached"), Said("an answer in time"), Said("ask for less"))
    if "OutOfMemory" in code:
        return RefusedError(
            where, Said("the statement needs too much memory of the server"), Said("less"), Said("ask for less")
        )
    if ".Statement." in code or ".Procedure." in code or "IndexNotFound" in code:
        return wrong_statement(error)
    if "ConstraintValidationFailed" in code:
        return RefusedError(
            where,
            _message(error),
            Said("what the constraints of the database allow"),
            Said("guapai schema lists labels, relationships and properties"),
        )
    if "TransactionCommitFailed" in code or "TransactionLogError" in code:
        return outcome_unknown(error, where)
    found = f"{code or type(error).__name__}: {_message(error)}"
    return GuapaiError(where, found, Said("an answer"), Said("guapai doctor says which database is used"))


def _login_refused(code: str, where: str) -> LoginError:
    """Why the server lets nobody in, or not yet."""
    if "AuthenticationRateLimit" in code:
        return LoginError(
            where, Said("too many wrong logins"), Said("a pause of five seconds"), Said("then set NEO4J_PASSWORD")
        )
    if "CredentialsExpired" in code:
        return LoginError(
            where,
            Said("the password must be changed first"),
            Said("a password of your own"),
            Said("change it in the Browser"),
        )
    return LoginError(
        where,
        Said("the login was refused"),
        Said("the right user and password"),
        Said("set NEO4J_USERNAME and NEO4J_PASSWORD"),
    )


def wrong_statement(error: Exception, before: int = 0) -> UsageError:
    """The error for a statement that the server cannot run, in the server's words.

    `before` characters stood in front of the statement when the server counted its columns.
    """
    return UsageError(
        "Cypher",
        PLACE.sub(lambda found: _moved(found, before), _message(error)),
        Said("Cypher that this server runs"),
        Said("guapai schema lists labels, relationships and properties"),
    )


def unplanned() -> RefusedError:
    """The error where a server that is well makes no plan of a statement."""
    return RefusedError(
        "Cypher",
        Said("the server answers, but not to this statement"),
        Said("one that it can plan in time: shorter, or with fewer levels"),
        Said("ask in several statements"),
    )


def outcome_unknown(error: Exception, where: str) -> GuapaiError:
    """The end of a write that failed: certain only where the server itself refused it before writing."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, Neo4jError) and "DatabaseError" not in code:
        return explained(error, where)
    found = Said("the connection or the disk failed while the transaction was ending")
    return OutcomeUnknownError(
        where, found, Said("an answer of the server"), Said("run the same command again: it writes what is missing")
    )


def _unreachable(error: Exception, where: str) -> GuapaiError:
    """Why nothing came back; the driver tells these apart by their words only."""
    if isinstance(error, SilentError):
        todo = Said("see whether the server is well, then run the same command again")
        return UnreachableError(where, Said("the server has fallen silent"), Said("an answer in time"), todo)
    if isinstance(error, DamagedError):
        todo = Said("see what stands between here and the server")
        return UnreachableError(
            where, Said("what came from the server is no answer"), Said("an undamaged connection"), todo
        )
    if isinstance(error, UnknownHostError):
        todo = Said("see how it is spelt, and whether this machine is on the network")
        return UnreachableError(where, Said("nobody tells the address of this host"), Said("the name of a host"), todo)
    if isinstance(error, WriteServiceUnavailable):  # a member that was asked directly, so that nobody looks for another
        return RefusedError(
            where,
            Said("another member of the cluster leads this database"),
            Said("the one that does"),
            Said("neo4j:// in the address finds it"),
        )
    if isinstance(error, SessionExpired):
        return UnreachableError(
            where,
            Said("no member of the cluster takes it now"),
            Said("a cluster with a leader"),
            Said("SHOW DATABASES says who leads; then the same command again"),
        )
    text = str(error).lower()
    if isinstance(error, UnsupportedServerProduct) or "notification filtering" in text:
        return VersionError(
            where, Said("the server is too old, or no Neo4j"), SUPPORTED, Said("guapai neo4j up starts one that works")
        )
    if "certificate" in text or "certverification" in text:
        return untrusted(where, Said("bolt+ssc:// or neo4j+ssc:// for a certificate of your own"))
    if "[ssl" in text or "tls" in text:
        found = Said("an encrypted connection could not be made: the server speaks no TLS here")
        return UnreachableError(where, found, Said("TLS on both sides"), Said("bolt:// or neo4j:// without TLS"))
    if "timed out" in text or "deadline" in text:
        todo = Said("the usual port is {}; see whether the server is well", BOLT_PORT)
        return UnreachableError(where, Said("something listens there and says nothing"), Said("a running Neo4j"), todo)
    if "protocol" in text or "http" in text or "handshake" in text:
        todo = Said("the usual port is {}; where the server wants TLS, bolt+s:// or neo4j+s://", BOLT_PORT)
        return VersionError(where, Said("the server does not speak Bolt"), Said("a Neo4j server at this port"), todo)
    return UnreachableError(where, Said("nobody answers"), Said("a running Neo4j"), Said("start it, or set NEO4J_URI"))


def unrouted(where: str) -> UnreachableError:
    """The error for a server that answers by itself and has no table of addresses that do."""
    found = Said("the server answers, the addresses it names for routing do not")
    return UnreachableError(where, found, Said("a cluster or Aura"), Said("bolt:// for a single server"))


def _moved(place: re.Match[str], before: int) -> str:
    """A place in a statement as it stands without so many characters in front."""
    line, column, offset = (int(number) for number in place.groups())
    return f"(line {line}, column {column - before if line == 1 else column} (offset: {offset - before}))"


def _message(error: Exception) -> str:
    message = error.message if isinstance(error, Neo4jError) else str(error)
    return str(message or error).splitlines()[0]
