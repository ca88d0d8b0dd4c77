"""Does a Neo4j server answer yet?"""

import socket
from urllib.parse import urlsplit

from graph.errors import LoginError
from graph.said import Said

PATIENCE = 2.0  # seconds for a connection
ANSWER = 10.0  # seconds for the answer; the first one of a busy machine takes some


def answers(uri: str, username: str, password: str, database: str) -> bool:
    """Did `RETURN 1` come back from the named database? False where the server is not that far yet.

    A port that answers, or a login that works, says little: the database may be starting still. Raises LoginError
    where the login is refused.
    """
    if not _listens(uri):
        return False
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    from graph.store.neo4j_calls import watched

    try:
        with (
            GraphDatabase.driver(
                uri,
                auth=(username, password),
                connection_timeout=PATIENCE,
                connection_acquisition_timeout=PATIENCE,
            ) as driver,
            watched(driver, ANSWER),
            driver.session(database=database) as session,
        ):
            return bool(session.run("RETURN 1").single(strict=True).value() == 1)
    except AuthError as error:
        raise LoginError(
            uri,
            Said("the login of {} is refused", username),
            Said("the password of this server"),
            Said("set NEO4J_USERNAME and NEO4J_PASSWORD"),
        ) from error
    except (DriverError, Neo4jError):
        return False


def _listens(uri: str) -> bool:
    """Does anything listen at the port? Asked first, because it costs a thousandth of a login."""
    address = urlsplit(uri)
    try:
        socket.create_connection((address.hostname, address.port or 7687), PATIENCE).close()
    except OSError:
        return False
    return True
