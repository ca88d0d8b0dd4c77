"""`make bench`: every benchmark in turn."""

from benchmarks import command_line

command_line.main()
