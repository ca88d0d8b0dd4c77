#!/usr/bin/python3
"""What the official image does before it becomes the server, as far as compose and testcontainers rely on it.

NEO4J_AUTH=user/password, NEO4J_*_FILE with the value in a file that the user neo4j can read, and NEO4J_a_b__c=value
for the setting a.b_c. As there, every other NEO4J_ variable is taken for a setting, and the server refuses one that
it does not know.
"""

import os
import pwd
import stat
import subprocess
import sys
from pathlib import Path

HOME = Path("/var/lib/neo4j")
JAVA = "/opt/java/bin/java"
USER = pwd.getpwnam("neo4j")
NO_SETTINGS = ("NEO4J_AUTH", "NEO4J_HOME", "NEO4J_EDITION", "NEO4J_CONF")
DEFAULTS = {
    "server.default_listen_address": "0.0.0.0",
    "server.memory.pagecache.size": "512m",
    "server.directories.data": "/data",
    "server.directories.logs": "/logs",
}


def is_readable(path: Path) -> bool:
    """May the user neo4j read it? As the official image asks: by the rights of the file, though we are root."""
    if not path.is_file():
        return False
    found = path.stat()
    return bool(found.st_mode & stat.S_IROTH or (found.st_uid == USER.pw_uid and found.st_mode & stat.S_IRUSR))


def read_secrets(variables: dict[str, str]) -> dict[str, str]:
    """The variables without those that end in _FILE; each of these gives its value to the name before that."""
    known = {name: value for name, value in variables.items() if not name.endswith("_FILE")}
    for name in variables.keys() - known.keys():
        path = Path(variables[name])
        if not is_readable(path):
            sys.exit(f"The secret file '{path}' does not exist or is not readable.")
        known[name.removesuffix("_FILE")] = path.read_text(encoding="utf-8").strip()
    return known


def settings(variables: dict[str, str]) -> dict[str, str]:
    """The defaults of the image, and the settings that the variables name."""
    named = {name: value for name, value in variables.items() if value and name not in NO_SETTINGS}
    dotted = {name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_"): named[name] for name in named}
    return DEFAULTS | dotted


def become_neo4j() -> None:
    os.setgroups([])
    os.setgid(USER.pw_gid)
    os.setuid(USER.pw_uid)


def set_password(login: str) -> None:
    """The password of the first start; later ones keep the password that the data has."""
    user, _, password = login.partition("/")
    if user != "neo4j" or "/" in password or password == "neo4j":
        sys.exit(f"Invalid value for NEO4J_AUTH: it must be neo4j/ and a password, not {user}/…")
    admin = [JAVA, "@/var/lib/neo4j/class-path", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    environment = {"NEO4J_HOME": str(HOME), "NEO4J_CONF": str(HOME / "conf"), "LC_ALL": "C.UTF-8"}
    subprocess.run(admin, env=environment, preexec_fn=become_neo4j, check=True)


def main() -> None:
    variables = read_secrets({name: value for name, value in os.environ.items() if name.startswith("NEO4J_")})
    chosen = settings(variables)
    (HOME / "conf").mkdir(exist_ok=True)
    (HOME / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in chosen.items()))
    for folder in ("/data", "/logs"):
        Path(folder).mkdir(exist_ok=True)
        os.chown(folder, USER.pw_uid, USER.pw_gid)
    if login := variables.get("NEO4J_AUTH"):
        set_password(login)
    heap = [f"-Xms{chosen.get('server.memory.heap.initial_size', '512m')}"]
    heap += [f"-Xmx{chosen.get('server.memory.heap.max_size', '512m')}"]
    places = [f"--home-dir={HOME}", f"--config-dir={HOME / 'conf'}", "--console-mode"]
    become_neo4j()
    os.execve(
        JAVA,
        [JAVA, *heap, "@/var/lib/neo4j/java", "@/var/lib/neo4j/class-path", os.environ["MAIN_CLASS"], *places],
        {"LC_ALL": "C.UTF-8"},
    )


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["neo4j"]):
        os.execvp(sys.argv[1], sys.argv[1:])
    main()
