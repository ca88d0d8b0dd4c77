"""Colours that can be seen on their ground: ratios and limits are those of WCAG 2.2."""

GROUNDS = {"light": "#ffffff", "dark": "#0f172a"}  # --ground of page.css
# 1.4.11 asks for 3 of what is no text; bands are drawn a little transparent, and thin lines shine less on dark.
OF_LINES = {"light": 3.5, "dark": 4.5}
STEPS = 50


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def on_grounds(colours: dict[str, str]) -> dict[str, dict[str, str]]:
    """The colours as lines on each ground: {"light": {name: colour}, "dark": …}, darker or lighter where they must be."""
    return {name: {key: _seen(one, name) for key, one in colours.items()} for name in GROUNDS}


def _seen(colour: str, ground: str) -> str:
    """The nearest mixture with black or white that is far enough from the ground."""
    mixed = (_mixed(colour, 0 if ground == "light" else 255, step / STEPS) for step in range(STEPS + 1))
    return next(one for one in mixed if contrast(one, GROUNDS[ground]) >= OF_LINES[ground])


def _mixed(colour: str, end: int, share: float) -> str:
    return "#" + "".join(f"{round(channel + (end - channel) * share):02x}" for channel in _channels(colour))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one / 255 for one in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
