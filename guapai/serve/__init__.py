"""The Browser of people without Neo4j: pages about a store, for this machine alone, that only read.

`requests` says what was asked and refuses what is too much, `site` finds the answer, `views` and `cells` write it as HTML,
`evidence` reads the lines of documents, `server` speaks HTTP.
"""
