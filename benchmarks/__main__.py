"""`make bench`: every benchmark in turn."""

from benchmarks import command_line, extraction

command_line.main()
extraction.main()
