"""The server that a model's host starts: it speaks over stdin and stdout until they are closed."""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import anyio
import mcp.types as protocol
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

import guapai
from graph.errors import GuapaiError
from graph.messages import error_text
from graph.plain_text import json_text, printable_json
from graph.store.choose import choose
from graph.version import VERSION
from guapai.graph import Graph
from guapai.mcp.tools import MOST_LETTERS, Tool, tool, tools
from guapai.offers import TRUTH, offers

MOST_OFFERS = 100  # what the protocol allows
READING = protocol.ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)
ANSWER: dict[str, Any] = {
    "type": "object",
    "properties": {
        "rows": {"type": "array", "items": {"type": "object"}},
        "total": {"type": "integer"},
        "notes": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["rows", "total", "notes"],
}
INSTRUCTIONS = (
    "Who is part of whom in Chinese government, who answers for a name, who hosts which office, who else does this, what "
    "became of it. Rows carry their proof: `document` and `lines` (from 1), `status` (stated, inferred, proposed): give "
    "them with what you say. Absent keys are not said by any document. Names are looked up in any language or short form."
)
Result = TypeVar("Result")


class OneGraph:
    """The graph that all calls ask, one at a time; an embedded file that another process wrote meanwhile is opened again."""

    def __init__(self, store: str | None) -> None:
        self._store = store
        self._graph = guapai.open(store)
        self._stamp = self._now()
        self._turn = asyncio.Lock()

    def _now(self) -> tuple[int, int] | None:
        choice = choose(self._store)
        if choice.kind != "embedded":
            return None
        found = Path(choice.target).stat()
        return found.st_mtime_ns, found.st_size

    def _current(self) -> Graph:
        stamp = self._now()
        if stamp != self._stamp:
            fresh = guapai.open(self._store)
            self._graph.close()
            self._graph, self._stamp = fresh, stamp
        return self._graph

    async def asked(self, work: Callable[[Graph], Result]) -> Result:
        """What some work makes of the graph, in a thread: the server hears its client meanwhile."""
        async with self._turn:
            return await asyncio.to_thread(lambda: work(self._current()))

    def close(self) -> None:
        """Give back what is held."""
        self._graph.close()


def serve(store: str | None) -> None:
    """Answer one client until it goes; raises before that what opening the graph raises.

    What the library remarks about a client is for nobody: it quotes what the client said as it came.
    """
    logging.getLogger().addHandler(logging.NullHandler())
    asyncio.run(_serve(store))


class _Printable(TextIOWrapper):
    """The stream of a protocol of JSON: whoever sees it in a terminal sees text alone."""

    def write(self, text: str) -> int:
        return super().write(printable_json(text))


@asynccontextmanager
async def _streams() -> AsyncIterator[tuple[Any, Any]]:
    """What the client says and what it is told; the stream that the process has is left open behind it."""
    out = _Printable(sys.stdout.buffer, encoding="utf-8")
    try:
        async with stdio_server(stdout=anyio.wrap_file(out)) as streams:
            yield streams
    finally:
        out.detach()


async def _serve(store: str | None) -> None:
    graph = OneGraph(store)
    try:
        server = made(graph)
        async with _streams() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())
    finally:
        graph.close()


def made(graph: OneGraph) -> "Server[Any, Any]":
    """The server with its tools, and with prompts, for whose arguments the protocol has completions."""
    server: Server[Any, Any] = Server("guapai", VERSION, INSTRUCTIONS)

    @server.list_tools()  # type: ignore[no-untyped-call, untyped-decorator]
    async def _list() -> list[protocol.Tool]:
        return [_described(one) for one in tools().values()]

    @server.call_tool(validate_input=False)  # type: ignore[untyped-decorator]
    async def _call(name: str, arguments: dict[str, Any]) -> protocol.CallToolResult:
        try:
            answer = await graph.asked(lambda opened: tool(name).ask(opened, arguments))
        except GuapaiError as error:
            return protocol.CallToolResult(content=[_text(error_text(error))], isError=True)
        return protocol.CallToolResult(content=[_text(json_text(answer))], structuredContent=answer)

    @server.list_prompts()  # type: ignore[no-untyped-call, untyped-decorator]
    async def _prompts() -> list[protocol.Prompt]:
        return [_prompt(one) for one in tools().values()]

    @server.get_prompt()  # type: ignore[no-untyped-call, untyped-decorator]
    async def _get(name: str, arguments: dict[str, str] | None) -> protocol.GetPromptResult:
        asked = tool(name)
        text = f"{asked.question}\n{asked.name} {json_text(arguments or {})}"
        message = protocol.PromptMessage(role="user", content=_text(text))
        return protocol.GetPromptResult(description=asked.question, messages=[message])

    @server.completion()  # type: ignore[no-untyped-call, untyped-decorator]
    async def _complete(reference: Any, argument: protocol.CompletionArgument, _context: Any) -> protocol.Completion:
        name = reference.name if isinstance(reference, protocol.PromptReference) else ""
        kind = next((one.type for one in tool(name).parameters if one.name == argument.name), "")
        found = await graph.asked(lambda opened: list(islice(_fitting(opened, kind, argument.value), MOST_OFFERS + 1)))
        return protocol.Completion(values=found[:MOST_OFFERS], hasMore=len(found) > MOST_OFFERS)

    return server


def _fitting(graph: Graph, kind: str, begun: str) -> Iterator[str]:
    if len(begun) > MOST_LETTERS:
        return iter(())  # nothing begins so
    if kind == "boolean":
        return (one for one in TRUTH if one.startswith(begun))
    return iter(dict.fromkeys(value for value, _ in offers(graph.store, kind, begun)))


def _described(one: Tool) -> protocol.Tool:
    columns = (
        [f"- {column.name} ({column.type}): {column.description}" for column in one.query.columns] if one.query else []
    )
    description = "\n".join(filter(None, [one.question, one.description, *columns]))
    return protocol.Tool(
        name=one.name,
        title=one.question,
        description=description,
        inputSchema=one.schema(),
        outputSchema=ANSWER,
        annotations=READING,
    )


def _prompt(one: Tool) -> protocol.Prompt:
    arguments = [
        protocol.PromptArgument(name=parameter.name, description=parameter.description, required=parameter.required)
        for parameter in one.parameters
    ]
    return protocol.Prompt(name=one.name, title=one.question, description=one.description or None, arguments=arguments)


def _text(text: str) -> protocol.TextContent:
    return protocol.TextContent(type="text", text=text)
