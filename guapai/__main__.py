"""`python -m guapai`: the command line where its script is not on the path."""

from guapai.cli import main

main()
