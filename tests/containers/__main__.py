"""`make test-containers`: an engine, the images, the tests; then nothing of them is left.

Where no engine answers, this starts one of its own: needs root, and Debian's docker.io, docker-compose, debootstrap.
"""

import subprocess
import sys

from tests.containers import images
from tests.containers.engine import running_engine

TESTS = [
    "tests/containers",
    "tests/integration/test_neo4j_store.py",
    "tests/integration/test_stored_queries_on_servers.py",
]


def main() -> int:
    """The exit code of pytest."""
    with running_engine():
        try:
            print(f"base of the image of guapai: {images.prepare()}")
            words = [sys.executable, "-m", "pytest", "-v", "-k", f"not embedded and not {OTHER}", *TESTS]
            return subprocess.run(words, check=False).returncode
        finally:
            images.remove()


OTHER = "neo4j-5.26.30"

if __name__ == "__main__":
    sys.exit(main())
