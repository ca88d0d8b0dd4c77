"""An address is checked and cleaned once: what is refused is never shown, and what looks like a path is one."""

import contextlib
import io
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph.errors import NotThereError, UsageError
from graph.settings import settings
from graph.store.address import checked_address, checked_page, looks_like_an_address, refuse_plain_password
from graph.store.choose import choose, is_path
from guapai.cli import main

SECRET = "Geheimnis9"
LOGINS = [
    "bolt://neo4j:{}@host:7687",
    "bolt://{}@host",
    "bolt+s://neo4j:{}@host/db?a=b",
    "bolt://neo4j:a/{}@host",
    "bolt://neo4j:{}#@host",
    "bolt://neo4j:?{}@host",
    "bolt://host?password={}",
    "bolt://host:7687?{}",
    "bolt://host:7687#{}",
    "bolt://host/{}",
    "bolt://[{}",
    "bolt://[::1]{}",
    "bolt://host:{}",
    "bolt:neo4j:{}@host:7687",
    "bolt:/neo4j:{}@host",
    "bolt:///neo4j:{}@host",
    "neo4j:{}@host",
    "neo4j:{}@host:7687/db",
    "{}@host",
    "//neo4j:{}@host",
    "//{}@host:7687",
    "\\\\neo4j:{}@host",
    "jdbc:neo4j:bolt://neo4j:{}@host",
    "jdbc:bolt:{}",
    "http://neo4j:{}@host:7474",
    "bolt://neo4j:{}\uff20host",
    "bolt://host\uff0f{}",
    "bolt://ho\u2100st:{}@x",
    "bolt://neo4j:{}@host\n",
    "bolt://\u0000{}@host",
    " bolt://x {}",
    "bolt%3A%2F%2Fneo4j%3A{}%40host",
    "neo4j%3A{}%40host.kgl",
    "bolt\uff1a\uff0f\uff0fneo4j\uff1a{}\uff20host",
    "local?{}",
]


def refused(text: str) -> str:
    with pytest.raises(UsageError) as caught:
        checked_address(text)
    error = caught.value
    assert error.expected
    assert error.todo
    return f"{error}{error.__cause__}{error.__context__}"


@pytest.mark.parametrize("form", LOGINS)
def test_no_part_of_a_login_is_shown(form: str) -> None:
    assert SECRET not in refused(form.format(SECRET))


SIGNS = st.text(st.sampled_from("/@:#?[]\\%&+ .\u2100\uff0f\uff20'\"`{}\t"), max_size=4)


@given(st.sampled_from(LOGINS), SIGNS, SIGNS)
def test_no_part_of_a_login_is_shown_whatever_stands_around_it(form: str, before: str, behind: str) -> None:
    text = form.format(f"{before}{SECRET}{behind}")
    assume("@" in text or "?" in text or "#" in text)
    assert SECRET not in refused(text)


@given(st.sampled_from(LOGINS), SIGNS)
def test_a_store_that_looks_like_a_login_is_never_shown(form: str, behind: str) -> None:
    text = form.format(f"{SECRET}{behind}")
    assume("@" in text)
    assert looks_like_an_address(text)
    with pytest.raises(UsageError) as caught:
        choose(text)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("form", LOGINS)
@pytest.mark.parametrize("named", ["--store", "NEO4J_URI", "GUAPAI_STORE"])
def test_the_command_line_shows_nothing_of_it(
    form: str, named: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = form.format(SECRET)
    if "\u0000" in text:
        pytest.skip("no argument and no variable holds a NUL")
    given_here = [named, text] if named == "--store" else []
    if not given_here:
        monkeypatch.setenv(named, text)
    settings.cache_clear()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["guapai", "doctor", *given_here])
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, SECRET in said.getvalue(), list(tmp_path.iterdir())) == (2, False, [])


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("bolt://localhost", "bolt://localhost"),
        (" NEO4J+S://a-b.databases.example:7687/ ", "neo4j+s://a-b.databases.example:7687"),
        ("bolt+ssc://[::1]:7688", "bolt+ssc://[::1]:7688"),
        ("bolt://127.0.0.1:7687", "bolt://127.0.0.1:7687"),
    ],
)
def test_a_right_address_is_cleaned(text: str, clean: str) -> None:
    assert checked_address(text) == clean


@pytest.mark.parametrize(
    "text",
    ["", "bolt://", "bolt:/db.example:7999", "neo4j:db.example", "bolt://x:99999", "bolt://127.1", "bolt://0x7f000001",
     "bolt://134744072", "bolt://a..b", "bolt://[1.2.3.4]x", "bolt://host:", "bolt://host:0", "db.example"],
)  # fmt: skip
def test_a_malformed_address_is_refused(text: str) -> None:
    refused(text)


@pytest.mark.parametrize(
    "address",
    ["bolt://127.0.0.1", "neo4j://[::1]:7687", "bolt://10.1.2.3", "bolt://192.168.0.9:1", "bolt://db", "neo4j://localhost",
     "bolt+s://db.example.org", "neo4j+ssc://8.8.8.8", "bolt://[fe80::1]", "bolt://[::ffff:10.0.0.1]"],
)  # fmt: skip
def test_a_password_goes_to_near_hosts_and_through_encrypted_connections(address: str) -> None:
    refuse_plain_password(checked_address(address), insecure=False)


@pytest.mark.parametrize(
    "address",
    ["bolt://db.example.org", "neo4j://8.8.8.8:7687", "bolt://[2001:4860:4860::8888]", "bolt://db.example.org.",
     "bolt://[::ffff:8.8.8.8]:7687"],
)  # fmt: skip
def test_a_password_goes_to_no_distant_host_in_plain_text(address: str) -> None:
    clean = checked_address(address)
    with pytest.raises(UsageError, match="in plain text"):
        refuse_plain_password(clean, insecure=False)
    refuse_plain_password(clean, insecure=True)


@pytest.mark.parametrize("text", ["work.kgl", "a/b", "./work", "~/x", "/tmp/a@b/c", "../me@x/graph.kgl", "./a:b@c"])
def test_what_looks_like_a_path_is_one(text: str) -> None:
    assert is_path(text)


@pytest.mark.parametrize(
    ("word", "todo"), [("embeded", "'embedded'"), ("locla", "'local'"), ("work", "./work"), ("", "./")]
)
def test_another_word_is_no_store(word: str, todo: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose(word)
    assert todo in caught.value.todo


def test_a_missing_file_is_made_by_load_alone(tmp_path: Path) -> None:
    from guapai.opening import opened

    path = tmp_path / "new.kgl"
    for write in (False, True):
        with pytest.raises(NotThereError), opened(str(path), write=write):
            pass
        assert not path.exists()
    with opened(str(path), write=True, new=True):
        pass
    assert path.exists()


@pytest.mark.parametrize(
    "text",
    ["http://neo4j:{}@host:7474/browser/", "http://host/?{}", "http://host/#{}", "ftp://host/{}", "{}@host", "//{}"],
)
def test_the_page_of_the_browser_has_no_login_either(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked_page(text.format(SECRET))
    assert SECRET not in str(caught.value)
    assert checked_page("https://host.example:7473/browser/") == "https://host.example:7473/browser/"
