"""`make bench`: every benchmark in turn."""

from benchmarks import command_line, database_hits, extraction, server_loading, server_start

command_line.main()
extraction.main()
server_loading.main()
database_hits.main()
server_start.main()
