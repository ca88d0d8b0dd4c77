"""`make bench`: every benchmark in turn."""

from benchmarks import (
    command_line,
    database_hits,
    extraction,
    lookups,
    pages,
    questions,
    server_loading,
    server_start,
    serving,
)

command_line.main()
questions.main()
extraction.main()
server_loading.main()
database_hits.main()
lookups.main()
server_start.main()
serving.main()
pages.main()
