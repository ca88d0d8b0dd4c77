"""How each label looks, in files and in the Browser: a colour, and which property is its caption."""

from graph.catalog.answers import OURS, PRINTED, UNPRINTED

COLOURS = {
    "Organization": "#6b7280",
    "Government": "#b91c1c",
    "Bureau": "#1d4ed8",
    "Division": "#0e7490",
    "Institution": "#15803d",
    "Branch": "#65a30d",
    "LeadingGroup": "#7e22ce",
    "LeadingGroupOffice": "#c084fc",
    "HostedOffice": "#f0abfc",
    "PartyUnit": "#e11d48",
    "External": "#d1d5db",
    "Alias": "#fbbf24",
    "Function": "#ea580c",
    "Place": "#78716c",
    "Person": "#fda4af",
    "Site": "#a3a3a3",
    "Quota": "#fde68a",
    "ChangeEvent": "#334155",
    "Boundary": "#5eead4",
    "Document": "#e7e5e4",
    "Question": "#facc15",
    "Name": "#f5f5f4",
}
DARK, LIGHT = "#111827", "#ffffff"
MIDDLE = 150.0  # of the brightness from 0 to 255 that the eye sees
MADE_NAMES = {"ChangeEvent": ("kind", "date"), "Quota": ("kind", "number"), "Site": ("address",)}


def text_colour(colour: str) -> str:
    """Dark on light, light on dark; weights of ITU-R BT.601."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return DARK if 0.299 * red + 0.587 * green + 0.114 * blue > MIDDLE else LIGHT


def caption(label: str, properties: dict[str, object], language: str) -> str:
    """What a node is called in a picture, in "zh" or "en" where the graph knows it, else as printed.

    `*` stands behind a name that no document prints.
    """
    if made := [str(properties[name]) for name in MADE_NAMES.get(label, ()) if properties.get(name) is not None]:
        return " ".join(made)
    wanted = properties.get(f"name_{language}")
    unprinted = wanted and label not in OURS and properties.get(f"name_{language}_source") not in PRINTED
    return str(wanted or properties.get("name") or properties.get("id")) + (UNPRINTED if unprinted else "")
