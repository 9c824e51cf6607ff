"""What people wrote, without who and where: names become pseudonyms, other words are hidden.

Hidden is what is not known to be harmless. Of a document that is: numbers, dates, what is one of
a fixed list, codes, and texts that are shipped with the product. Sentences that the product made
itself (SENTENCES) are kept with the names in them replaced.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

HIDDEN = "(verborgen)"
# Fields that hold a code although their type does not say so.
CODES = {
    "band", "chosen", "condition", "criterion", "data_version", "gemeente", "gemeenten", "goals",
    "hash", "option", "regions", "statuses", "theme", "themes", "used_letters",
}  # fmt: skip
# Fields whose text is needed to follow what is shown: names in it are replaced.
SENTENCES = {
    "anchor_1", "anchor_3", "anchor_5", "certainty", "criteria_name", "finding", "label",
    "other", "question",
}  # fmt: skip
# Fields that hold names of people, and of organisations that are in no register.
PEOPLE = {"by", "maker", "owner", "partners", "took_part"}
_DATES = {"date", "date-time"}
# What words are made of; an underscore stands between them.
_LETTER = r"[^\W_]"


class Names:
    """What people and organisations are called, and what they are called instead.

    `pseudonyms` by name. With `harmless` (words in lower case) any other word of a name that stands
    in a text with a capital is hidden as well: people say Kwarts for Stichting Kwarts.
    """

    def __init__(
        self, pseudonyms: Mapping[str, str], harmless: Collection[str] | None = None
    ) -> None:
        self._called = {
            _key(name): other for name, other in pseudonyms.items() if any(map(str.isalnum, name))
        }
        # Some letters are several in lower case, which a pattern does not know.
        self._spellings = {_key(name): _composed(name) for name in pseudonyms}
        known = words(" ".join(self._called)) if harmless is not None else ()
        self._telling = set(known).difference(harmless or ())

    def replacing(self, texts: Iterable[str]) -> Callable[[str], str]:
        """A function that puts pseudonyms for the names in a text, in whatever case they are.

        `texts` are all texts that it will be asked for: names that are in none of them are not
        looked for again, of ten thousand names nearly all.
        """
        together = _key(" ".join(texts))
        found = sorted((name for name in self._called if name in together), key=len, reverse=True)
        spelled = [one for name in found for one in (name, self._spellings[name])]
        names = "|".join(r"\s+".join(map(re.escape, one.split())) for one in spelled) or "(?!)"
        pattern = re.compile(
            rf"(?<!{_LETTER})(?:(?P<name>{names})(?!{_LETTER})|{_LETTER}+)", re.IGNORECASE
        )

        def replacement(hit: re.Match[str]) -> str:
            text = hit.group()
            if hit["name"] is not None:
                return self._called.get(_key(text), HIDDEN)
            is_common = text[0].islower() or text[0].isdecimal()
            return text if is_common or _key(text) not in self._telling else HIDDEN

        return lambda text: pattern.sub(replacement, _composed(text))


def _composed(text: str) -> str:
    """The text with each letter and its accents as one character."""
    return unicodedata.normalize("NFC", text)


def _key(name: str) -> str:
    """What is the same for all ways to write a name."""
    return " ".join(_composed(name).casefold().split())


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(rf"{_LETTER}+", _key(text))


def texts_in(content: Any, fields: Collection[str], field: str = "") -> list[str]:
    """The texts of a document's content that stand in fields of these names."""
    if isinstance(content, str):
        return [content] if field in fields else []
    if isinstance(content, dict):
        return [text for name, one in content.items() for text in texts_in(one, fields, name)]
    return (
        [text for one in content for text in texts_in(one, fields, field)]
        if content and isinstance(content, list)
        else []
    )


class Hiding:
    """Hides what people wrote in documents of one form; `shown` are texts that may be seen."""

    def __init__(self, form: type[BaseModel], shown: Collection[str]) -> None:
        self._schema = form.model_json_schema()
        self._shown = shown

    def content(self, content: Mapping[str, Any], replace: Callable[[str], str]) -> dict[str, Any]:
        """The content (as JSON) with its texts hidden, and SENTENCES as `replace` makes them."""

        def hidden(schema: Mapping[str, Any], value: Any, field: str) -> Any:
            forms = self._forms(schema)
            if isinstance(value, str):
                if not value or value in self._shown or field in CODES or _fixed(forms):
                    return value
                return replace(value) if field in SENTENCES else HIDDEN
            if isinstance(value, dict):
                return {key: hidden(_member(forms, key), one, key) for key, one in value.items()}
            if isinstance(value, list):
                return [hidden(_item(forms, at), one, field) for at, one in enumerate(value)]
            return value

        made: dict[str, Any] = hidden(self._schema, content, "")
        return made

    def _forms(self, schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """What a value can be: the schema itself, or each of those that it names."""
        if "$ref" in schema:
            return self._forms(self._schema["$defs"][schema["$ref"].rsplit("/", 1)[1]])
        several = schema.get("anyOf") or schema.get("allOf") or schema.get("oneOf")
        return [form for one in several for form in self._forms(one)] if several else [schema]


def _fixed(forms: Collection[Mapping[str, Any]]) -> bool:
    """Whether a text of any of these forms is one of a list, a code or a date."""
    written = [one for one in forms if one.get("type", "string") == "string"]
    return bool(written) and all(
        one.keys() & {"enum", "const", "pattern"} or one.get("format") in _DATES for one in written
    )


def _member(forms: Collection[Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    """The schema of a field, or of what stands under any key."""
    found = [form["properties"][name] for form in forms if name in form.get("properties", {})]
    found += [form["additionalProperties"] for form in forms if "additionalProperties" in form]
    return next((one for one in found if isinstance(one, Mapping)), {})


def _item(forms: Collection[Mapping[str, Any]], at: int) -> Mapping[str, Any]:
    """The schema of what stands at a place in a list."""
    for form in forms:
        if at < len(several := form.get("prefixItems", ())):
            found: Mapping[str, Any] = several[at]
            return found
    return next((form["items"] for form in forms if isinstance(form.get("items"), Mapping)), {})
