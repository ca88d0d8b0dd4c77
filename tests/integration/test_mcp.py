"""The stored questions as tools of a model, asked by the protocol's own client over stdin and stdout."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import McpError
from mcp.types import PromptReference

import guapai
from graph.catalog.catalogue import catalogue
from graph.statement import Answer
from guapai.mcp.tools import MOST_BYTES, MOST_ROWS, tools, within_caps
from tests.ended import CommandLine

FIXTURES = Path(__file__).parents[1] / "fixtures"


def asked(home: Path, work: Callable[[ClientSession], Awaitable[Any]]) -> Any:
    """What a client does with a server of its own, started as a host starts it."""
    environment = {"PATH": os.environ["PATH"], "GUAPAI_HOME": str(home), "LANG": "C.UTF-8"}
    command = StdioServerParameters(
        command=str(Path(sys.executable).parent / "guapai"), args=["mcp", "--store", "embedded"], env=environment
    )

    async def run() -> Any:
        with (home / "log").open("w") as log:
            async with stdio_client(command, errlog=log) as streams, ClientSession(*streams) as client:
                await client.initialize()
                return await work(client)

    return asyncio.run(run())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    with guapai.open(str(folder / "graph.kgl"), write=True) as graph:
        graph.load()
    return folder


HOSTILE = "\x1b[31m\u202e\x9b31m\x85\u2028"


def test_what_goes_over_the_wire_and_beside_it_is_printable_and_the_end_is_no_error(tmp_path: Path) -> None:
    """Also what the library has to say of a client that does not keep to the protocol."""
    with guapai.open(str(tmp_path / "graph.kgl"), write=True) as graph:
        graph.load(FIXTURES / "grain.yaml")
        graph.store.run_write("MATCH (one:Division) SET one.name = one.name + $odd", {"odd": HOSTILE})
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": HOSTILE, "version": "1"}}
    said = [
        {"id": 1, "method": "initialize", "params": hello},
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/call", "params": {"name": "hierarchy_divisions", "arguments": {}}},
        {"id": 3, "method": "nothing" + HOSTILE, "params": {}},
        {"id": 4, "method": "tools/call", "params": {"name": HOSTILE, "arguments": {HOSTILE: HOSTILE}}},
    ]
    process = subprocess.Popen(
        [Path(sys.executable).parent / "guapai", "mcp", "--store", tmp_path / "graph.kgl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "GUAPAI_HOME": str(tmp_path), "LANG": "C.UTF-8"},
    )
    assert process.stdin
    assert process.stdout
    answers = []
    for one in said:
        process.stdin.write(json.dumps({"jsonrpc": "2.0", **one}) + "\n")
        process.stdin.flush()
        if "id" in one:
            answers.append(process.stdout.readline())
    left, told = process.communicate(timeout=60)
    assert (process.returncode, left, told) == (0, "", "")
    assert [one for one in answers if not one.rstrip("\n").isprintable()] == []
    rows = json.loads(answers[1])["result"]["structuredContent"]["rows"]
    assert any(HOSTILE in str(value) for row in rows for value in row.values())


def test_every_tool_is_a_stored_query_or_find_or_proof_and_only_reads(home: Path) -> None:
    async def work(client: ClientSession) -> Any:
        return (await client.list_tools()).tools, client.get_server_capabilities()

    listed, capabilities = asked(home, work)
    assert {one.name for one in listed} == {"find", "proof", *(one.name.replace(".", "_") for one in catalogue())}
    assert all(one.annotations.readOnlyHint and not one.annotations.destructiveHint for one in listed)
    assert capabilities.resources is None
    signs = next(one for one in listed if one.name == "alias_hanging_signs")
    assert signs.title == "Which units hang another body's sign? 哪些机构加挂牌子？"
    assert signs.inputSchema["required"] == []
    assert list(signs.inputSchema["properties"]) == ["place"]


def test_a_model_asks_and_gets_rows_with_their_proof_or_an_error_that_helps(home: Path) -> None:
    async def work(client: ClientSession) -> Any:
        calls = [
            ("alias_hanging_signs", {"place": "金华"}),
            ("find", {"name": "外专局"}),
            ("proof", {"name": "社会救助科"}),
            ("alias_hanging_signs", {"place": "金花"}),
            ("alias_hanging_signs", {"plaec": "金华"}),
            ("hierarchy_tree", {}),
            ("cypher", {"statement": "MATCH (one) DETACH DELETE one"}),
            ("hierarchy_tre", {}),
        ]
        return [await client.call_tool(name, arguments) for name, arguments in calls]

    signs, found, facts, near, wrong, missing, cypher, misspelt = asked(home, work)
    rows = signs.structuredContent["rows"]
    assert {(row["unit_zh"], row["document"], *row["lines"]) for row in rows} >= {("仲裁法规处", "jinhua", 33)}
    assert (len(rows), signs.structuredContent["total"], signs.isError) == (4, 4, False)
    assert json.loads(signs.content[0].text) == signs.structuredContent
    assert {"china", "changsha"} <= {row["place"] for row in found.structuredContent["rows"]}
    assert all(row["document"] and row["lines"] and row["status"] for row in facts.structuredContent["rows"])
    assert [one.isError for one in (near, wrong, missing, cypher, misspelt)] == [True] * 5
    assert "金华" in near.content[0].text
    assert "there is no parameter 'plaec'" in wrong.content[0].text
    assert "is missing" in missing.content[0].text
    assert "there is no such tool" in cypher.content[0].text
    assert "hierarchy_tree" in misspelt.content[0].text


def test_what_is_far_too_much_is_refused_in_four_parts_and_the_next_call_is_answered(home: Path) -> None:
    many, long = ["金华市第1个局"] * 3000, "局" * 100_000
    calls = [
        ("alias_hanging_signs", {"place": many}),
        ("alias_hanging_signs", {"place": long}),
        ("alias_hanging_signs", {"place": ["jinhua", long]}),
        ("alias_hanging_signs", {"place": json.dumps(many)}),
        ("alias_hanging_signs", {long: "jinhua"}),
        ("find", {"name": long}),
        ("proof", {"name": many}),
    ]

    async def work(client: ClientSession) -> Any:
        refused = [await client.call_tool(name, arguments) for name, arguments in calls]
        reference = PromptReference(type="ref/prompt", name="alias_hanging_signs")
        offered = await client.complete(reference, {"name": "place", "value": long})
        unknown = await client.call_tool(long, {})
        return refused, offered.completion.values, unknown, await client.call_tool("find", {"name": "外专局"})

    refused, offered, unknown, answered = asked(home, work)
    assert [one.isError for one in (*refused, unknown, answered)] == [*[True] * len(calls), True, False]
    assert {len(one.content[0].text.splitlines()) for one in refused} == {3}
    assert max(len(one.content[0].text) for one in (*refused, unknown)) < 500
    told = "\n".join(one.content[0].text for one in refused)
    assert all(words in told for words in ("has 3000 values", "a text of 100000 characters", "at most 100 values"))
    assert offered == []


def test_values_of_parameters_are_completed_from_the_graph(home: Path) -> None:
    async def work(client: ClientSession) -> Any:
        async def completed(name: str, argument: str, begun: str) -> list[str]:
            reference = PromptReference(type="ref/prompt", name=name)
            return (await client.complete(reference, {"name": argument, "value": begun})).completion.values

        prompt = await client.get_prompt("alias_hanging_signs", {"place": "jinhua"})
        with pytest.raises(McpError, match="there is no such tool"):
            await client.get_prompt("cypher", {})
        places = await completed("alias_hanging_signs", "place", "")
        return places, await completed("alias_hanging_signs", "place", "ji"), prompt.messages[0].content.text

    places, begun, prompt = asked(home, work)
    assert places == sorted(places)
    assert set(places) >= {"changsha", "jinhua", "shanghai", "tumen", "zhengzhou"}
    assert begun == ["jinhua"]
    assert prompt.splitlines()[1] == 'alias_hanging_signs {"place": "jinhua"}'


@pytest.mark.parametrize("missing", [("mcp",), ("mcp", "anyio", "jsonschema")], ids=" ".join)
def test_without_its_extra_the_command_says_what_to_install(
    missing: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alone, or with the packages that come with it."""
    for name in (*missing, "mcp.server"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "guapai.mcp.server", raising=False)
    done = CommandLine(tmp_path, capsys, monkeypatch)("mcp")
    assert (done.code, done.has_four_parts, "the extra 'mcp'" in done.err) == (3, True, True)


def test_what_is_loaded_meanwhile_is_in_the_next_answer(tmp_path: Path) -> None:
    with guapai.open(str(tmp_path / "graph.kgl"), write=True) as graph:
        graph.load(FIXTURES / "forest.yaml")

    async def work(client: ClientSession) -> list[int]:
        before = await client.call_tool("proof_documents", {})
        with guapai.open(str(tmp_path / "graph.kgl"), write=True) as graph:
            graph.load(FIXTURES / "grain.yaml")
        after = await client.call_tool("proof_documents", {})
        return [one.structuredContent["total"] for one in (before, after)]

    assert asked(tmp_path, work) == [1, 2]


def test_an_answer_is_cut_at_its_caps_and_says_so() -> None:
    many = within_caps(Answer(["name"], [["x"]] * (MOST_ROWS + 1)))
    assert (len(many["rows"]), many["total"]) == (MOST_ROWS, MOST_ROWS + 1)
    assert f"first {MOST_ROWS} of {MOST_ROWS + 1} rows" in many["notes"][0]
    long = within_caps(Answer(["name", "nothing"], [["字" * 10_000, None]] * 10))
    assert 0 < len(json.dumps(long["rows"], ensure_ascii=False).encode()) <= MOST_BYTES
    assert all(list(row) == ["name"] for row in long["rows"])
    assert "of 10 rows" in long["notes"][0]
    assert within_caps(Answer(["name"], [["字" * MOST_BYTES]]))["rows"] == []


DEEP: list[Any] = []
for _ in range(2000):
    DEEP = [DEEP]


@pytest.mark.parametrize("name", ["find", "proof", "alias_hanging_signs"])
@pytest.mark.parametrize(
    "value",
    [1.5, True, {"a": 1}, ["jinhua", None], [], "", DEEP, ["x" * 100_000, 1.5], {"place": "x" * 100_000}],
    ids=lambda value: str(type(value)),
)
def test_a_value_of_another_shape_is_an_error_of_four_parts_that_does_not_repeat_it(
    home: Path, name: str, value: Any
) -> None:
    asked_for = tools()[name]
    with guapai.open(str(home / "graph.kgl")) as graph, pytest.raises(guapai.UsageError) as caught:
        asked_for.ask(graph, {asked_for.parameters[0].name: value})
    assert all((caught.value.where, caught.value.found, caught.value.expected, caught.value.todo))
    assert len(str(caught.value)) < 1000


@pytest.mark.parametrize("value", [None, ["社会救助科", "仲裁法规处"]])
@pytest.mark.parametrize("name", ["find", "proof"])
def test_find_and_proof_take_one_name(home: Path, name: str, value: Any) -> None:
    schema = jsonschema.Draft202012Validator(tools()[name].schema())
    assert [schema.is_valid({"name": one}) for one in (value, "社会救助科")] == [False, True]
    with guapai.open(str(home / "graph.kgl")) as graph, pytest.raises(guapai.UsageError, match="parameter name is"):
        tools()[name].ask(graph, {"name": value})


def test_every_schema_takes_what_its_parameters_take_and_nothing_else() -> None:
    schemas = {name: one.schema() for name, one in tools().items()}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    as_of = jsonschema.Draft202012Validator(schemas["change_as_of"])
    assert as_of.is_valid({"date": "2010-06", "place": ["jinhua", "tumen"]})
    assert not as_of.is_valid({"date": "last year"})
    assert not as_of.is_valid({"date": "2010", "statement": "RETURN 1"})
    assert not as_of.is_valid({"date": "2010", "place": ["jinhua"] * 101})
    assert not as_of.is_valid({"date": "2010", "place": "局" * 1001})
