"""One set of numbers: follows every number on a page of a release's workbooks to a table of the same workbook, and the tables of the
evaluation to the CSV files, digit for digit. Prints what was followed; exits 1 where a number leads nowhere.

    python3 Tests/Scripts/follow-numbers.py RELEASE
"""

import csv
import re
import sys
import warnings
from collections import Counter
from pathlib import Path

try:
    import openpyxl
except ImportError:
    print("skipped: numbers were not followed, openpyxl is not installed (make setup-tests)")
    sys.exit(0)

warnings.simplefilter("ignore")

# Sheets whose cells are formulas that the reader changes; their table holds what they start from.
CALCULATING = ("What if · ถ้าเปลี่ยนค่า",)
# Sheets whose only numbers are those of their rows.
NUMBERED = ("Contents · สารบัญ",)


class Follow:
    """How the rows of a table are found in a file: the key's fields with the table's columns, and each number's column with its field."""

    def __init__(self, file, key, numbers, fixed=None, where=None):
        self.file, self.key, self.numbers, self.fixed, self.where = file, key, numbers, fixed or {}, where


def overall(code):
    return "overall" if code == "all" else code


def plans(years, framework):
    """Table by table. A number without a file follows from others of its row, which `derived` checks."""
    before, now = years
    city = {"CITY": "city_id"}
    total = {"SEX": "_T", "AGE": "_T", "BREAKDOWN": ""}
    node = {**city, "NODE": ("code", overall)}
    return {
        "tbl_scores": [
            Follow("scores", node, {f"score_{before}": "SCORE"}, {"FRAMEWORK": framework, "REFERENCE_YEAR": before}),
            Follow("scores", node, {f"score_{now}": "SCORE", "reported": "REPORTED", "expected": "EXPECTED"},
                   {"FRAMEWORK": framework, "REFERENCE_YEAR": now})],
        "tbl_status": [Follow(
            "progress", {**city, "INDICATOR": "indicator_id"},
            {"target": "TARGET", "target_year": "TARGET_YEAR", "base_year": "BASE_YEAR", "base_value": "BASE_VALUE",
             "latest_year": "LATEST_YEAR", "latest_value": "LATEST_VALUE", "ratio": "METHOD_VALUE", "score": "METHOD_SCORE"},
            {"METHOD": "statcan"}, where=lambda row: row["level"] == "indicator" and row["status"] != "no_data")],
        "tbl_changes": [Follow(
            "changes", {**city, "INDICATOR": "indicator_id", "TIME_PERIOD": "period"},
            {"previous_value": "PREVIOUS_VALUE", "value": "OBS_VALUE", "change": "CHANGE", "absolute": "CHANGE_ABSOLUTE",
             "relative_pct": "CHANGE_PERCENT", "yearly_absolute": "ANNUAL_ABSOLUTE", "yearly_pct": "ANNUAL_PERCENT", "gap_years": "GAP_YEARS",
             "score_effect": "SCORE_EFFECT"}, total)],
        "tbl_values": [
            Follow("indicators", {**city, "INDICATOR": "indicator_id", "TIME_PERIOD": "period"}, {"value": "OBS_VALUE", "base": "BASE"}, total,
                   where=lambda row: row["breakdown"] == "_T"),
            Follow("scores", {**city, "NODE": "indicator_id"}, {"score": "SCORE"}, {"LEVEL": "indicator", "REFERENCE_YEAR": now},
                   where=lambda row: row["role"] == "member" and isinstance(row["score"], (int, float)))],
        "tbl_cities": [
            Follow("submissions", city, {"errors": "ERRORS", "warnings": "WARNINGS", "infos": "INFOS", "days_to_close": "DAYS_TO_CLOSE"}),
            Follow("scores", city, {"reported": "REPORTED", "expected": "EXPECTED"},
                   {"FRAMEWORK": framework, "NODE": "overall", "REFERENCE_YEAR": now}, where=lambda row: row["reported"])],
        "tbl_groups": [Follow(
            "equity", {**city, "INDICATOR": "indicator_id", "DIMENSION": "dimension", "GROUP": "group", "TIME_PERIOD": "year"},
            {"value": "GROUP_VALUE", "reference_value": "REFERENCE_VALUE", "base": "GROUP_BASE", "parity_index": "PARITY_INDEX",
             "parity_index_adjusted": "PARITY_INDEX_ADJUSTED", "gap": "GAP", "previous_year": "PREVIOUS_PERIOD", "previous_gap": "PREVIOUS_GAP",
             "gap_change": "GAP_CHANGE", "benchmark": "BENCHMARK", "distance": "DISTANCE", "persons_behind": "PERSONS_BEHIND"})],
        "tbl_dispersion": [Follow(
            "dispersion", {**city, "INDICATOR": "indicator_id", "DIMENSION": "dimension", "TIME_PERIOD": "year"},
            {"groups_told": "GROUPS_WITH_ENTRY", "groups_with_value": "GROUPS_WITH_VALUE", "groups_suppressed": "GROUPS_SUPPRESSED",
             "weighted_mean": "WEIGHTED_MEAN", "lowest": "LOWEST_VALUE", "highest": "HIGHEST_VALUE", "standard_deviation": "STANDARD_DEVIATION",
             "coefficient_of_variation": "COEFFICIENT_OF_VARIATION", "mean_log_deviation": "MEAN_LOG_DEVIATION",
             "previous_deviation": "PREVIOUS_STANDARD_DEVIATION", "deviation_change": "STANDARD_DEVIATION_CHANGE"})],
        "tbl_ranks": [Follow(
            "robustness", node,
            {"score": "SCORE", "group": "RANK_GROUP", "place_low": "RANK_LOW", "place_median": "RANK_MEDIAN", "place_high": "RANK_HIGH",
             "groups": "RANK_GROUPS", "cities_ranked": "CITIES_RANKED", "draws": "DRAWS", "imputed": "IMPUTED"})],
        "tbl_influence": [Follow(
            "influence", {"INDICATOR": "indicator_id"},
            {"cities": "CITIES", "mean_score_change": "MEAN_SCORE_CHANGE", "largest_score_change": "LARGEST_SCORE_CHANGE",
             "cities_moved": "CITIES_MOVED", "mean_places_moved": "MEAN_PLACES_MOVED", "largest_places_moved": "LARGEST_PLACES_MOVED",
             "cities_out_of_interval": "CITIES_OUT_OF_INTERVAL"})],
        "tbl_means": [Follow(
            "network", {"LEVEL": "level", "NODE": ("code", overall)},
            {f"cities_{now}": "CITIES", f"mean_{now}": "MEAN_SCORE", "cities_compared": "CITIES_COMPARED", f"compared_{before}": "COMPARED_BEFORE",
             f"compared_{now}": "COMPARED_NOW", "change": "MEAN_CHANGE", "improved": "CITIES_IMPROVED", "worsened": "CITIES_WORSENED",
             "under_50": "CITIES_UNDER_50", "reported": "REPORTED", "expected": "EXPECTED"})],
        "tbl_score_changes": [Follow(
            "score_changes", node,
            {"last_round": "PREVIOUS_SCORE", "this_round": "SCORE", "change": "SCORE_CHANGE", "new_data": "PART_NEW_DATA",
             "revised_data": "PART_REVISED_DATA", "method": "PART_METHOD", "goalposts": "PART_GOALPOSTS", "imputation": "PART_IMPUTATION",
             "coverage": "PART_COVERAGE"}, {"FRAMEWORK": framework})],
        "tbl_revisions": [Follow(
            "revisions", {**city, "VARIABLE": "variable", "BREAKDOWN": ("breakdown", breakdown), "TIME_PERIOD": "period"},
            {"last_round": "EARLIER_VALUE", "this_round": "OBS_VALUE", "change": "REVISION", "change_pct": "REVISION_PCT"})],
        "tbl_revision_indicators": [Follow(
            "revision_statistics", {"INDICATOR": "indicator"},
            {"compared": "N_COMPARED", "raised": "N_RAISED", "lowered": "N_LOWERED", "mean_revision": "MEAN_REVISION",
             "mean_absolute_revision": "MEAN_ABSOLUTE_REVISION", "largest_revision": "LARGEST_REVISION"})],
        "tbl_corrections": [Follow(
            "corrections", {"ROUND": "round", "LINE": "line"}, {"reported": "REPORTED_VALUE", "used": "OBS_VALUE"})],
    }


# Columns that are in no file because they follow from others, table by table: what they are.
DERIVED = {
    "tbl_scores": {"change": "the two scores before rounding", "coverage_pct": "COVERAGE of scores.csv as a percentage"},
    "tbl_means": {"reported_pct": "reported of expected"},
    "tbl_status_counts": {"*": "rows of tbl_status counted"},
    "tbl_values": {"age_years": "the reference year less the period", "evidence_strength": "squares for source, age, status and base"},
    "tbl_cities": {"*": "rows of tbl_values and tbl_coverage counted"},
    "tbl_dimensions": {"*": "rows of tbl_groups counted; the median of their gaps"},
    "tbl_ranks": {"top_quarter_pct": "TOP_QUARTER_SHARE as a percentage", "bottom_quarter_pct": "BOTTOM_QUARTER_SHARE as a percentage",
                  "coverage_pct": "COVERAGE of scores.csv as a percentage"},
    "tbl_agreement": {"*": "rows of progress.csv counted (TraceTests)"},
    "tbl_differences": {"distance": "steps between the courses of progress.csv (TraceTests)"},
    "tbl_figures": {"*": "rows of the other tables counted (SentenceTests)"},
    "tbl_indicators": {"*": "the catalogue, no result"},
    "tbl_sources": {"*": "the catalogue, no result"},
    "tbl_coverage": {"*": "rows of indicators.csv counted (CoverageMapTests)"},
    "tbl_revision_cities": {"*": "rows of revisions.csv counted (RevisionTests)"},
    "tbl_what_if": {"*": "one city of tbl_values and tbl_scores, before rounding too (WhatIfTests)"},
}


def breakdown(text):
    return "" if text == "_T" else text


def framework(files):
    """The framework of the round: the one of which the means of the network are."""
    return files("network")[0]["FRAMEWORK"]


def unfollowed(table, rows, plans):
    """Columns with numbers that are neither in a file nor said to follow from others."""
    told = {column for plan in plans for column in plan.numbers} | {column for plan in plans for column in plan.key.values()}
    derived = DERIVED.get(table, {})
    for head in rows[0] if rows else ():
        has_numbers = any(isinstance(row[head], (int, float)) for row in rows)
        if has_numbers and head not in told and head not in derived and "*" not in derived:
            yield f"{table}: nobody follows the column {head}"


def table_rows(sheet, table):
    cells = list(sheet[table.ref])
    heads = [cell.value for cell in cells[0]]
    return heads, [dict(zip(heads, (cell.value for cell in row))) for row in cells[1:]]


def number(text):
    return float(text) if text not in (None, "") else None


def follow(plan, rows, files):
    """Faults, and how many numbers were found again."""
    wanted = list(plan.key) + list(plan.fixed)
    index = {}
    for row in files(plan.file):
        index.setdefault(tuple(row[field] for field in wanted), row)
    faults, found = [], 0
    for row in rows:
        if plan.where and not plan.where(row):
            continue
        key = []
        for column in plan.key.values():
            column, change = column if isinstance(column, tuple) else (column, str)
            key.append(change(str(row[column])))
        line = index.get(tuple(key + list(plan.fixed.values())))
        for column, field in plan.numbers.items():
            value = row[column] if isinstance(row[column], (int, float)) else None
            if value is None and line is None:
                continue
            if line is None:
                faults.append(f"{plan.file}.csv has no row {key}")
                break
            if value != number(line[field]):
                faults.append(f"{column} of {key} is {value}, {field} of {plan.file}.csv is {line[field]!r}")
            elif value is not None:
                found += 1
    return faults, found


def page_faults(book):
    """Numbers on pages that no table of the workbook has."""
    known, faults, pages = set(), [], 0
    for sheet in book:
        for table in sheet.tables.values():
            for row in sheet[table.ref]:
                known.update(cell.value for cell in row if isinstance(cell.value, (int, float)))
    for sheet in book:
        if sheet.tables or sheet.title in CALCULATING + NUMBERED:
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
                    pages += 1
                    if cell.value not in known:
                        faults.append(f"{sheet.title} {cell.coordinate}: {cell.value} stands in no table")
    return faults, pages


def main():
    release = Path(sys.argv[1])
    cache = {}

    def files(name):
        if name not in cache:
            with open(release / f"{name}.csv", newline="", encoding="utf-8") as file:
                cache[name] = list(csv.DictReader(file))
        return cache[name]

    counts, failed = Counter(), False
    for path in sorted(release.rglob("*.xlsx")):
        if path.parent.name == "returned":
            continue
        book = openpyxl.load_workbook(path)
        faults, pages = page_faults(book)
        counts["numbers on pages"] += pages
        if re.fullmatch(r"evaluation-[\w-]+\.xlsx", path.name):
            scores = next(sheet for sheet in book if "tbl_scores" in sheet.tables)
            heads, _ = table_rows(scores, scores.tables["tbl_scores"])
            years = [head.removeprefix("score_") for head in heads if head.startswith("score_")]
            known = plans(years, framework(files))
            for sheet in book:
                for table in sheet.tables.values():
                    name, rows = table.name, table_rows(sheet, table)[1]
                    faults += unfollowed(name, rows, known.get(name, []))
                    for plan in known.get(name, []):
                        missed, found = follow(plan, rows, files)
                        faults += [f"{sheet.title}: {fault}" for fault in missed]
                        counts[f"numbers of {name} in {plan.file}.csv"] += found
        for fault in faults[:15]:
            print(f"{path.name}: {fault}")
        failed = failed or bool(faults)
    for what, count in counts.items():
        print(f"{count:8} {what}")
    sys.exit(1 if failed or not counts else 0)


if __name__ == "__main__":
    main()
