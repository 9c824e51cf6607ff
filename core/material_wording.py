"""What is said of materials: in a sentence above them, and below the title of one."""

from collections.abc import Collection, Sequence
from datetime import date

from core.material import KINDS, PHASES, THEMES, Material, Shelved, file_size, is_stale
from core.wording import counted, enumerated, long_date, number, plain

EVERY_THEME = "alle thema’s"


def labels_of(content: Material) -> tuple[str, ...]:
    """The words on the label of a material, by which it is found too."""
    return (
        KINDS[content.kind],
        *(THEMES[one] for one in content.themes),
        *(PHASES[one] for one in content.phases),
        *content.forms,
        *content.programmes,
        content.maker or "",
        content.file.name if content.file else "",
        content.link,
    )


def finding(shown: Collection[Shelved], on: date) -> str:
    """What there is, and what of it asks for a look, in a sentence or two (Markdown)."""
    if not shown:
        return "Er zijn geen materialen binnen deze keuze."
    own = [one for one in shown if not one.is_shipped]
    ours = len(shown) - len(own)
    parts = []
    if ours:
        said = counted(ours, "handreiking", "handreikingen")
        parts.append(f"{said} van dit programma")
    if own:
        said = "eigen materiaal" if len(own) == 1 else "eigen materialen"
        parts.append(f"{number(len(own))} {said}")
    verb = "Er is" if len(shown) == 1 else "Er zijn"
    what = "materiaal" if len(shown) == 1 else "materialen"
    start = f"{verb} **{number(len(shown))} {what}**: {enumerated(parts)}."
    return f"{start} {_asks(own, on)}"


def _asks(own: Sequence[Shelved], on: date) -> str:
    if not own:
        return "Voeg er eigen formats, voorbeelden en links aan toe."
    stale = sum(is_stale(one.content, on) for one in own)
    if not stale:
        return "Alle links zijn het afgelopen jaar gecontroleerd." if _links(own) else ""
    links, verb = ("link", "is") if stale == 1 else ("links", "zijn")
    return f"**{number(stale)} {links}** {verb} langer dan een jaar niet gecontroleerd."


def _links(own: Sequence[Shelved]) -> bool:
    return any(one.content.link for one in own)


def about_line(content: Material, most: int = 3) -> str:
    """Kind, themes and phases of a material, with the size of its file (Markdown).

    More than `most` phases are left out: that is nearly all of them.
    """
    parts = [
        KINDS[content.kind],
        enumerated([THEMES[one] for one in content.themes] or [EVERY_THEME]),
    ]
    if 0 < len(content.phases) <= most:
        named = [PHASES[one].lower() for one in content.phases]
        parts.append(f"{'fase' if len(named) == 1 else 'fasen'} {enumerated(named, most)}")
    if content.file:
        parts.append(f"{content.file.extension}, {file_size(content.file.size)}")
    return " · ".join(plain(one) for one in parts)


def checked_line(content: Material, on: date) -> str:
    """When a material was last checked, and whether that is long ago for a link (Markdown)."""
    if content.checked_on is None:
        return ":material/link_off: link nog niet gecontroleerd" if content.link else ""
    said = f"gecontroleerd op {long_date(content.checked_on)}"
    if is_stale(content, on):
        return f":material/schedule: **{said}: langer dan een jaar geleden**"
    return said
