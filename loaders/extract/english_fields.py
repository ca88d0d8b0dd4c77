"""What an English bureau is of, in words without capitals."""

# Fields without capitals, up to the end of a title or the verb of a sentence: "of culture, tourism and radio".
LOWER_CASE = (
    r"(?!the\b)[a-z][\w-]*(?:,? (?:and )?(?!(?:is|are|has|was|have|the|of|in|sets?|shall|and)\b)[A-Za-z][\w-]*){0,9}"
    r"(?=\s{0,3}(?:$|[.:;(]| (?:is|has|was|shall|sets)\b|\b(?:is|has|was|shall|sets)\b))"
)
