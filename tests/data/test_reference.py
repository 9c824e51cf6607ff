"""The shipped reference facts are complete, consistent with each other and resolve real registers.

Reads the csv files only. The tests on real registers need the folder `shared` beside the
repository and are skipped where it is absent.
"""

import csv
import math
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "data" / "reference"
REGISTERS = ROOT.parent / "shared" / "data" / "registers"
needs_registers = pytest.mark.skipif(
    not REGISTERS.is_dir(), reason=f"the real registers are not on this machine ({REGISTERS})"
)

Rows = list[dict[str, str]]

HEADERS = {
    "gemeenten": "code,name,province,inhabitants,latitude,longitude,po_bo,po_sbo,vo,"
    "tile_row,tile_col",
    "gemeente_aliases": "gemeente,alias",
    "gemeenten_merged": "old_code,old_name,place,new_code,date",
    "regions": "code,name,kind,province",
    "region_gemeenten": "region,gemeente",
    "theme_groups": "code,label,position",
    "themes": "code,label,theme_group,register,partner_type,population,description,position",
    "programmes": "theme,label",
    "partner_types": "label,sector,position",
    "forms": "label,description,position",
    "levels": "label,position",
    "statuses": "code,label,counts_as,description,position",
    "goals": "code,label,source",
    "published_coverage": "theme,indicator,definition,numerator,denominator,"
    "denominator_definition,published,period,source",
    "theme_aliases": "theme,alias",
    "partner_type_aliases": "partner_type,alias",
    "form_aliases": "form,alias",
    "status_aliases": "status,alias",
    "sources": "kind,topic,what,origin,date,licence,url",
}

# the number of gemeenten on 1 January, as published by CBS
GEMEENTEN_ON_1_JANUARY = {
    2015: 393,
    2016: 390,
    2017: 388,
    2018: 380,
    2019: 355,
    2020: 355,
    2021: 352,
    2022: 345,
    2023: 342,
    2024: 342,
    2025: 342,
}


def read(name: str) -> Rows:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def normal(text: str) -> str:
    """Lower case without accents, punctuation, spaces and a leading 'gemeente'."""
    decomposed = unicodedata.normalize("NFKD", text).lower().strip()
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]", "", re.sub(r"^gemeente\s+", "", plain))


def codes(name: str, column: str = "code") -> set[str]:
    return {row[column] for row in read(name)}


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def gemeente_names() -> dict[str, str]:
    """Every normalised name, alias and unsplit former name, with the code of today."""
    names = {normal(row["name"]): row["code"] for row in read("gemeenten")}
    names |= {normal(row["alias"]): row["gemeente"] for row in read("gemeente_aliases")}
    for row in read("gemeenten_merged"):
        if not row["place"]:
            names.setdefault(normal(row["old_name"]), row["new_code"])
    return names


def today(old_code: str, place: str, merged: Rows) -> list[str]:
    """The gemeenten of today for a former code and a place; empty when not found."""
    rows = [row for row in merged if row["old_code"] == old_code]
    by_place = [row["new_code"] for row in rows if normal(row["place"]) == normal(place)]
    return by_place or [row["new_code"] for row in rows if not row["place"]]


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("name", HEADERS)
def test_file_has_its_columns_and_clean_cells(name: str) -> None:
    text = (REFERENCE / f"{name}.csv").read_bytes()
    assert not text.startswith(b"\xef\xbb\xbf")
    assert text.decode("utf-8").splitlines()[0] == HEADERS[name]
    rows = read(name)
    assert rows
    for row in rows:
        assert None not in row, row
        assert None not in row.values(), row
        assert all(value == value.strip() for value in row.values()), row


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("gemeenten", ["code"]),
        ("gemeenten", ["name"]),
        ("gemeenten_merged", ["old_code", "place"]),
        ("regions", ["code"]),
        ("regions", ["name", "kind"]),
        ("theme_groups", ["code"]),
        ("themes", ["code"]),
        ("themes", ["label"]),
        ("programmes", ["theme", "label"]),
        ("partner_types", ["label"]),
        ("forms", ["label"]),
        ("levels", ["label"]),
        ("statuses", ["code"]),
        ("goals", ["code"]),
        ("published_coverage", ["theme", "indicator", "denominator_definition", "period"]),
    ],
)
def test_keys_are_unique(name: str, columns: list[str]) -> None:
    assert not repeated(["|".join(row[c] for c in columns) for row in read(name)])


@pytest.mark.parametrize(
    "name", ["theme_groups", "themes", "partner_types", "forms", "levels", "statuses"]
)
def test_positions_count_up(name: str) -> None:
    rows = read(name)
    assert [int(row["position"]) for row in rows] == list(range(1, len(rows) + 1))


# ---------------------------------------------------------------- gemeenten


def test_all_gemeenten_with_believable_facts() -> None:
    rows = read("gemeenten")
    assert len(rows) == 342
    for row in rows:
        assert re.fullmatch(r"GM\d{4}", row["code"])
        assert 50.7 < float(row["latitude"]) < 53.6, row
        assert 3.3 < float(row["longitude"]) < 7.3, row
        assert all(int(row[c]) >= 0 for c in ("po_bo", "po_sbo", "vo")), row
    assert [row["name"] for row in rows if not row["inhabitants"]] == ["Eemsdelta"]
    known = [int(row["inhabitants"]) for row in rows if row["inhabitants"]]
    assert min(known) > 900
    assert 17_300_000 < sum(known) < 17_500_000


def test_every_province_is_a_region_with_gemeenten() -> None:
    provinces = [row for row in read("regions") if row["kind"] == "province"]
    assert {row["code"] for row in provinces} == {f"PV{n}" for n in range(20, 32)}
    assert all(row["province"] == row["code"] for row in provinces)
    assert codes("gemeenten", "province") == {row["code"] for row in provinces}


def test_regions_divide_noord_and_zuid_holland() -> None:
    province = {row["code"]: row["province"] for row in read("gemeenten")}
    regions = {row["code"]: row for row in read("regions") if row["kind"] == "region"}
    assert {row["kind"] for row in read("regions")} == {"province", "region"}
    members = read("region_gemeenten")
    assert {row["region"] for row in members} == set(regions)
    for row in members:
        assert province[row["gemeente"]] == regions[row["region"]]["province"], row
    counted = Counter(row["gemeente"] for row in members)
    assert counted == Counter(code for code, p in province.items() if p in {"PV27", "PV28"})


def test_aliases_are_unambiguous() -> None:
    gemeenten = {normal(row["name"]): row["code"] for row in read("gemeenten")}
    assert len(gemeenten) == 342
    aliases = read("gemeente_aliases")
    assert not repeated([normal(row["alias"]) for row in aliases])
    former = {
        normal(row["old_name"]): row["new_code"]
        for row in read("gemeenten_merged")
        if not row["place"]
    }
    split = {normal(row["old_name"]) for row in read("gemeenten_merged") if row["place"]}
    for row in aliases:
        word = normal(row["alias"])
        assert word, row
        assert row["gemeente"] in gemeenten.values(), row
        assert word not in gemeenten, f"{row} is the name of {gemeenten.get(word)}"
        assert former.get(word, row["gemeente"]) == row["gemeente"], row
        assert word not in split, row
    assert not split & set(gemeenten)
    for word, code in former.items():
        assert gemeenten.get(word, code) == code, word


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Den Haag", "GM0518"),
        ("'s-Gravenhage", "GM0518"),
        ("Gemeente The Hague", "GM0518"),
        ("DEN BOSCH", "GM0796"),
        ("Bergen NH", "GM0373"),
        ("Bergen (Noord-Holland)", "GM0373"),
        ("BERGEN LB", "GM0893"),
        ("Sudwest Fryslan", "GM1900"),
        ("Noordoost-Friesland", "GM1970"),
        ("Tietjerksteradeel", "GM0737"),
        ("De Friese Meren", "GM1940"),
        ("Nuenen c.a.", "GM0820"),
        ("Hengelo", "GM0164"),
        ("Weesp", "GM0363"),
        ("Spijkenisse", "GM1930"),
    ],
)
def test_names_that_people_write(written: str, code: str) -> None:
    assert gemeente_names()[normal(written)] == code


@pytest.mark.parametrize("written", ["Bergen", "Alphen", "Krimpen", "Capelle", "Valkenburg"])
def test_ambiguous_names_stay_unknown(written: str) -> None:
    assert normal(written) not in gemeente_names()


# ---------------------------------------------------------------- mergers


def test_merged_gemeenten_lead_to_current_ones() -> None:
    current = codes("gemeenten")
    merged = read("gemeenten_merged")
    name_of: dict[str, set[str]] = defaultdict(set)
    for row in merged:
        assert re.fullmatch(r"GM\d{4}", row["old_code"]), row
        assert row["old_code"] not in current, row
        assert row["new_code"] in current, row
        assert "2015-01-01" <= row["date"] <= "2025-12-31", row
        name_of[row["old_code"]].add(row["old_name"])
    assert all(len(names) == 1 for names in name_of.values())
    assert not repeated([name for names in name_of.values() for name in names])


def test_mergers_add_up_to_the_number_of_gemeenten_each_year() -> None:
    gone: dict[str, str] = {}
    made: dict[str, str] = {}
    for row in read("gemeenten_merged"):
        gone[row["old_code"]] = max(row["date"], gone.get(row["old_code"], ""))
        if int(row["new_code"][2:]) >= 1930:
            made[row["new_code"]] = max(row["date"], made.get(row["new_code"], ""))
    # codes from 1930 on were given out since 2015, but for Montferland (2005)
    new_codes = {code for code in codes("gemeenten") if int(code[2:]) >= 1930} - {"GM1955"}
    assert set(made) == new_codes
    for year, expected in GEMEENTEN_ON_1_JANUARY.items():
        day = f"{year}-01-01"
        later = sum(d > day for d in gone.values()) - sum(d > day for d in made.values())
        assert 342 + later == expected, year


@pytest.mark.parametrize(
    ("old_code", "place", "new_code"),
    [
        ("GM0788", "HAAREN", "GM0824"),
        ("GM0788", "Esch", "GM0757"),
        ("GM0788", "Helvoirt", "GM0865"),
        ("GM0788", "Biezenmortel", "GM0855"),
        ("GM0140", "Jorwert", "GM0080"),
        ("GM0140", "WOMMELS", "GM1900"),
        ("GM0140", "WINSUM FR", "GM1949"),
        ("GM0053", "Garnwerd", "GM1969"),
        ("GM0053", "Baflo", "GM1966"),
        ("GM1671", "Geffen", "GM0828"),
        ("GM1671", "Vinkel", "GM0796"),
        ("GM0040", "MEERSTAD", "GM0014"),
        ("GM0040", "Siddeburen", "GM1952"),
        ("GM0282", "", "GM1945"),
    ],
)
def test_split_and_chained_gemeenten(old_code: str, place: str, new_code: str) -> None:
    assert today(old_code, place, read("gemeenten_merged")) == [new_code]


def test_a_split_gemeente_without_heir_has_no_default() -> None:
    merged = read("gemeenten_merged")
    split = {row["old_code"] for row in merged if row["place"]}
    default = {row["old_code"] for row in merged if not row["place"]}
    assert split == {"GM0040", "GM0053", "GM0140", "GM0788", "GM1671"}
    assert split & default == {"GM0040", "GM0053"}
    villages = [normal(row["place"]) for row in merged if row["old_code"] == "GM0140"]
    assert len(villages) >= 29


# ---------------------------------------------------------------- themes, forms, statuses


def test_themes_belong_to_groups_and_registers() -> None:
    matching = {"kinderopvang": "kinderopvang", "po": "basisschool", "vo": "vo-school", "": ""}
    groups: dict[str, list[str]] = defaultdict(list)
    for row in read("themes"):
        groups[row["theme_group"]].append(row["code"])
        assert row["partner_type"] == matching[row["register"]], row
        assert row["population"], row
        assert row["description"].endswith("."), row
        assert (row["population"] == "gemeenten") == (row["register"] == ""), row
    assert groups == {
        "education": ["KOV", "PO", "VO", "MBO"],
        "community": ["COM", "BAS", "DIG"],
        "gemeente": ["GEM"],
        "further": ["ZWE", "CUL", "MFA", "COMM"],
    }
    assert set(groups) == codes("theme_groups")
    assert {row["partner_type"] for row in read("themes")} - {""} <= codes("partner_types", "label")
    assert codes("programmes", "theme") == codes("themes")


def test_statuses_count_as_the_design_says() -> None:
    counts: dict[str, set[str]] = defaultdict(set)
    for row in read("statuses"):
        counts[row["counts_as"]].add(row["code"])
        assert row["code"].isascii(), row
        assert normal(row["label"]) == row["code"], row
    assert counts == {
        "active": {"actief", "evaluatie"},
        "pipeline": {"verkenning", "opstart"},
        "none": {"signaal", "slapend", "beeindigd"},
    }


def test_labels_are_spelled_with_their_accents() -> None:
    assert "Beëindigd" in codes("statuses", "label")
    assert "Taalcafé" in codes("programmes", "label")


@pytest.mark.parametrize(
    ("name", "column", "target", "keys"),
    [
        ("theme_aliases", "theme", "themes", ["code", "label"]),
        ("partner_type_aliases", "partner_type", "partner_types", ["label"]),
        ("form_aliases", "form", "forms", ["label"]),
        ("status_aliases", "status", "statuses", ["code", "label"]),
    ],
)
def test_synonyms_are_unambiguous(name: str, column: str, target: str, keys: list[str]) -> None:
    owner = {normal(row[key]): row[keys[0]] for row in read(target) for key in keys}
    rows = read(name)
    assert not repeated([normal(row["alias"]) for row in rows])
    assert {row[column] for row in rows} == codes(target, keys[0])
    for row in rows:
        word = normal(row["alias"])
        assert word, row
        assert word not in owner, row


def test_goals() -> None:
    assert [row["code"] for row in read("goals")] == [f"SD{n}" for n in range(1, 8)]
    assert all(row["label"] and row["source"] for row in read("goals"))


def test_published_coverage_is_consistent() -> None:
    rows = read("published_coverage")
    drawn = [(r["theme"], r["definition"]) for r in rows if r["definition"]]
    assert len(set(drawn)) == len(drawn), "one reference line a theme and definition"
    for row in rows:
        assert row["theme"] in codes("themes"), row
        assert row["definition"] in {"", "contact", "structural", "programme", "reach"}, row
        assert row["period"], row
        assert row["source"], row
        assert row["published"] or not row["definition"], row
        percentage = re.fullmatch(r"(\d+)%", row["published"])
        if row["numerator"] and row["denominator"]:
            share = 100 * int(row["numerator"]) / int(row["denominator"])
            assert 0 < share <= 100, row
            deviates = percentage and abs(share - int(percentage[1])) > 0.5
            told = "gepubliceerd is" in row["denominator_definition"]
            assert bool(deviates) == told, f"{share:.1f}%: {row}"


# ---------------------------------------------------------------- sources


def test_sources_name_every_file() -> None:
    rows = read("sources")
    told = " ".join(row["what"] for row in rows)
    for file in REFERENCE.glob("*.csv"):
        assert re.search(rf"(?<![\w]){re.escape(file.name)}", told), file.name
    for row in rows:
        assert row["kind"] in {"facts", "published", "own"}, row
        assert (row["kind"] == "own") == (row["licence"] == "eigen werk"), row
        assert all(row[c] for c in ("topic", "what", "origin", "date", "licence")), row
    assert {row["url"] for row in rows} - {""} == codes("published_coverage", "source")


# ---------------------------------------------------------------- tile map


def tiles() -> dict[str, tuple[int, int]]:
    return {row["code"]: (int(row["tile_row"]), int(row["tile_col"])) for row in read("gemeenten")}


def apart(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(abs(a[0] - b[0]), abs(a[1] - b[1]))


def rank_correlation(first: list[float], second: list[float]) -> float:
    def ranks(values: list[float]) -> list[float]:
        places: dict[float, list[int]] = defaultdict(list)
        for place, value in enumerate(sorted(values)):
            places[value].append(place)
        return [sum(places[v]) / len(places[v]) for v in values]

    a, b = ranks(first), ranks(second)
    mean = (len(a) - 1) / 2
    cross = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    return cross / math.sqrt(sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b))


def parts(cells: set[tuple[int, int]]) -> list[int]:
    """Sizes of the groups of tiles that touch, corners included, largest first."""
    left, sizes = set(cells), []
    while left:
        stack, size = [left.pop()], 1
        while stack:
            row, col = stack.pop()
            beside = {(row + r, col + c) for r in (-1, 0, 1) for c in (-1, 0, 1)} & left
            left -= beside
            stack += beside
            size += len(beside)
        sizes.append(size)
    return sorted(sizes, reverse=True)


def test_tiles_are_unique_on_a_compact_grid() -> None:
    placed = tiles()
    assert len(set(placed.values())) == 342
    rows, cols = zip(*placed.values(), strict=True)
    assert min(rows) == 0
    assert min(cols) == 0
    assert max(cols) < 26
    assert max(rows) < 30


def test_tiles_keep_neighbours_together() -> None:
    placed, scale = tiles(), math.cos(math.radians(52.2))
    rows = read("gemeenten")
    at = {r["code"]: (float(r["latitude"]), float(r["longitude"]) * scale) for r in rows}
    near: list[int] = []
    for code in at:
        others = sorted((c for c in at if c != code), key=lambda c: math.dist(at[c], at[code]))
        near += [apart(placed[code], placed[other]) for other in others[:3]]
    assert sum(d <= 1 for d in near) / len(near) >= 0.85
    assert sum(d <= 2 for d in near) / len(near) >= 0.99
    assert max(near) <= 4


def test_tiles_keep_north_and_west() -> None:
    placed = tiles()
    rows = read("gemeenten")
    north = [-float(r["latitude"]) for r in rows]
    east = [float(r["longitude"]) for r in rows]
    assert rank_correlation(north, [float(placed[r["code"]][0]) for r in rows]) > 0.98
    assert rank_correlation(east, [float(placed[r["code"]][1]) for r in rows]) > 0.98


def test_tiles_keep_provinces_and_regions_in_one_piece() -> None:
    placed = tiles()
    groups: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for row in read("gemeenten"):
        groups[row["province"]].add(placed[row["code"]])
    for row in read("region_gemeenten"):
        groups[row["region"]].add(placed[row["gemeente"]])
    groups.pop("PV21")  # the Wadden islands lie off the coast of Fryslân
    broken = {group: parts(cells) for group, cells in groups.items() if len(parts(cells)) > 1}
    assert not broken


# ---------------------------------------------------------------- real registers


@needs_registers
@pytest.mark.parametrize("file", ["po_schools.csv", "vo_schools.csv"])
def test_every_gemeente_name_in_a_register_resolves(file: str) -> None:
    names, split = gemeente_names(), {"haaren"}  # no successor took most of Haaren
    with (REGISTERS / file).open(encoding="utf-8", newline="") as stream:
        written = {row["gemeente"] for row in csv.DictReader(stream)}
    assert len(written) > 200
    assert sorted(w for w in written if normal(w) not in names.keys() | split) == []


@needs_registers
def test_school_counts_are_those_of_the_registers() -> None:
    names = gemeente_names()
    split = {row["place"]: row["new_code"] for row in read("gemeenten_merged")}
    counted: Counter[tuple[str, str]] = Counter()
    for file, column in [("po_schools.csv", "po_"), ("vo_schools.csv", "vo")]:
        with (REGISTERS / file).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                kind = column + row["type"].lower() if column == "po_" else column
                code = names.get(normal(row["gemeente"])) or split[row["postcode"][:4]]
                counted[code, kind] += 1
    for row in read("gemeenten"):
        for kind in ("po_bo", "po_sbo", "vo"):
            assert int(row[kind]) == counted.pop((row["code"], kind), 0), (row, kind)
    assert not counted


@needs_registers
def test_every_school_of_2016_has_one_gemeente_of_today() -> None:
    current = {row["code"]: row["name"] for row in read("gemeenten")}
    merged, names = read("gemeenten_merged"), gemeente_names()
    former = {row["old_code"]: normal(row["old_name"]) for row in merged}
    wrong = []
    path = REGISTERS / "duo_basisscholen_2016.csv"
    with path.open(encoding="cp1252", newline="") as stream:
        schools = list(csv.DictReader(stream))
    assert len(schools) > 6000
    for school in schools:
        code = f"GM{school['GEMEENTENUMMER']:0>4}"
        name = normal(school["GEMEENTENAAM"])
        if code in current:
            found = [code] if names.get(name) == code else []
        else:
            found = today(code, school["PLAATSNAAM"], merged)
            known = former.get(code) == name or names.get(name) in found
            found = found if known else []
        if len(found) != 1 or found[0] not in current:
            wrong.append((code, school["GEMEENTENAAM"], school["PLAATSNAAM"], found))
    assert wrong == []


@needs_registers
def test_the_postcodes_of_split_gemeenten_agree_with_their_places() -> None:
    merged = read("gemeenten_merged")
    path = REGISTERS / "duo_basisscholen_2016.csv"
    with path.open(encoding="cp1252", newline="") as stream:
        schools = list(csv.DictReader(stream))
    checked = 0
    for school in schools:
        code, postcode = f"GM{school['GEMEENTENUMMER']:0>4}", school["POSTCODE"][:4]
        if any((row["old_code"], row["place"]) == (code, postcode) for row in merged):
            assert today(code, postcode, merged) == today(code, school["PLAATSNAAM"], merged)
            checked += 1
    assert checked == 25
