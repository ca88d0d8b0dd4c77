"""Servers whose certificate nobody vouches for: told in one way, whichever library met them."""

from graph.errors import UnreachableError
from graph.said import Said


def is_distrust(error: BaseException | None) -> bool:
    """Whether an error, or one that it came of, says that a certificate could not be verified."""
    while error is not None:
        text = str(error).lower()
        if "certificate_verify" in text or "certificate verify" in text or "certverification" in text:
            return True
        error = error.__cause__ or error.__context__
    return False


def untrusted(where: str, todo: str) -> UnreachableError:
    """The error for such a server, with what to do where its certificate is that of somebody's own."""
    found = Said("the certificate of the server is not trusted")
    return UnreachableError(where, found, Said("one of a known authority"), todo)
