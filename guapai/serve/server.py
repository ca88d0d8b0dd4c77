"""HTTP for this machine alone: who may ask, what may be asked, and what goes back with every answer."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from graph.errors import RefusedError
from graph.said import Said
from guapai.cli.ending import kept
from guapai.serve.requests import LONGEST_ADDRESS
from guapai.serve.site import TEXT, Response, Site

ADDRESS = "127.0.0.1"
NAMES = (ADDRESS, "localhost")
SECONDS = 30
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Server(ThreadingHTTPServer):
    """A server of one site on 127.0.0.1; a client that hangs keeps no other one waiting."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, site: Site, port: int) -> None:
        """Port 0 takes any that is free. Raises RefusedError where the port is taken."""
        self.site = site
        try:
            super().__init__((ADDRESS, port), Handler)
        except OSError as error:
            found = Said("port {} cannot be used: {}", port, error.strerror or error)
            raise RefusedError(ADDRESS, found, Said("a free port"), Said("guapai serve --port 0 takes any")) from error

    @property
    def link(self) -> str:
        """Where it is."""
        return f"http://{ADDRESS}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error."""


class Handler(BaseHTTPRequestHandler):
    """One connection: GET and HEAD, for who names this server by its own address."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "guapai", ""
    timeout = SECONDS
    error_content_type = TEXT
    error_message_format = "%(code)d %(message)s\n"

    def do_GET(self) -> None:
        """Answer, unless a page of somebody else's asks by another name of this machine."""
        if not self._is_ours():
            self._send(Response(421, TEXT, b"421 this server answers to 127.0.0.1 and localhost only\n"))
        elif not self.path.startswith("/"):  # `http://elsewhere/`: what is asked of a proxy
            self._send(Response(400, TEXT, b"400 the address begins with a slash\n"))
        elif len(self.path) > LONGEST_ADDRESS:
            self._send(Response(414, TEXT, b"414 the address is too long\n"))
        else:
            self._send(self._answer())

    do_HEAD = do_GET  # noqa: N815  the names are http.server's

    def _refused(self) -> None:
        self._send(Response(405, TEXT, b"405 this server only reads: GET and HEAD\n"))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refused  # noqa: N815

    def _answer(self) -> Response:
        try:
            return self.server.site.answer(self.path)
        except Exception as error:
            where = kept(error)
            return Response(
                500, TEXT, f"500 an error that nobody foresaw; report it with what stands in {where}\n".encode()
            )

    def _is_ours(self) -> bool:
        """Does the request name this server, and nothing else that leads here?"""
        hosts = self.headers.get_all("Host") or []
        port = self.server.server_address[1]
        return len(hosts) == 1 and hosts[0].lower() in {f"{name}:{port}" for name in NAMES}

    def _send(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in ALWAYS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", response.kind)
        self.send_header("Content-Length", str(len(response.content)))
        self.send_header("Content-Security-Policy", response.policy)
        if response.status >= 400 and response.kind == TEXT:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.content)

    def log_message(self, *_: Any) -> None:
        """Nothing: what is asked stays with who asks."""
