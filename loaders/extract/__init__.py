"""Document text becomes a record, without a database: every clause is claimed, ignored for a reason, or asked about.

The steps are folders, each importing only from those before it: `document` (even lines and what was printed), `blocks`,
`mentions`, `facts` (what units gather), `outline`, `claims`, `ledger`, `record`; `extraction` calls them. What every step
reads with: `rules` (the declared rules and their engine), `grammar` (what a language has to give), `zh` and `en`.
"""
