"""Documents that were cut, shuffled, glued and sprinkled with signs: a record whose proofs hold, or a clear refusal."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from graph.errors import GuapaiError
from graph.proof import quote_hash
from loaders.checks import proofs
from loaders.extract.extraction import extract_document
from loaders.extract.reading import decode
from tests.extraction.miniatures import LANGUAGES, miniatures

TEXTS = [path.read_text(encoding="utf-8") for language in LANGUAGES for path in miniatures(language)]
SIGNS = '（）()、，。；：:;,.\t|#*-[]【】〔〕\u200b\u00a0　 1一①"“”/'


def damaged(random: Random) -> str:
    """One or two documents in which lines are lost, doubled, moved, cut, glued or filled with signs."""
    lines = [line for text in random.sample(TEXTS, random.choice((1, 1, 2))) for line in text.splitlines()]
    for _ in range(random.randint(1, 12)):
        index = random.randrange(len(lines))
        line, place = lines[index], random.randrange(len(lines[index]) + 1)
        change = random.choice(("lose", "double", "move", "cut", "glue", "fill"))
        if change == "lose" and len(lines) > 1:
            del lines[index]
        elif change == "double":
            lines.insert(index, line)
        elif change == "move":
            lines.insert(random.randrange(len(lines)), lines.pop(index))
        elif change == "cut":
            lines[index] = random.choice((line[:place], line[place:]))
        elif change == "glue" and index + 1 < len(lines):
            lines[index] += lines.pop(index + 1)
        elif change == "fill":
            lines[index] = line[:place] + "".join(random.choices(SIGNS, k=3)) + line[place:]
    return "\n".join(lines)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.randoms(use_true_random=False))
def test_damage_gives_a_record_or_a_refusal(random: Random) -> None:
    try:
        extraction = extract_document(decode(damaged(random).encode(), "damaged.txt"), "damaged.txt", "jinhua")
    except GuapaiError:
        return
    for place, quote in proofs(extraction.record, ()):
        assert quote_hash(quote.span.quoted(extraction.document.lines)) == quote.hash, place
