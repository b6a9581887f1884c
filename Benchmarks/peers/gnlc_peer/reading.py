"""Submissions → observations: one pandas frame, sorted as every later stage wants it."""

import csv
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import python_calamine

from .catalogue import RANK, VALUELESS, Catalogue

DIMENSIONS = {
    "SEX": "sex", "AGE": "age", "EDUCATION_LEVEL": "education_level", "ZONE": "zone", "DISTRICT": "district", "GROUP": "group",
}
TEXT_COLUMNS = ["CITY", "VARIABLE", "TIME_PERIOD", "UNIT_MEASURE", "OBS_STATUS", "NOTE", *DIMENSIONS]


@dataclass
class Finding:
    code: str
    file: str = ""
    sheet: str = ""
    row: int = -1
    column: int = -1
    city: str = ""
    variable: str = ""
    details: dict | None = None


def read_file(path: Path) -> tuple[list[list], str]:
    """The rows of a submission and the name of its sheet; blank cells are empty texts."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file)), ""
    workbook = python_calamine.CalamineWorkbook.from_path(path)
    name = workbook.sheet_names[0]
    return workbook.get_sheet_by_index(0).to_python(), name


def read_batch(paths: list[tuple[int, Path]]) -> tuple[pd.DataFrame, dict[int, str]]:
    frames, sheets = [], {}
    for number, path in paths:
        (header, *rows), sheets[number] = read_file(path)
        frame = pd.DataFrame(rows, columns=header)
        frame["file"] = number
        frame["row"] = np.arange(1, len(rows) + 1)
        frame["value_column"] = header.index("OBS_VALUE")
        frame["period_column"] = header.index("TIME_PERIOD")
        frame["OBS_VALUE"] = pd.to_numeric(frame["OBS_VALUE"], errors="coerce")
        frame["TIME_PERIOD"] = pd.to_numeric(frame["TIME_PERIOD"]).astype("int32")
        frames.append(frame)
    return pd.concat(frames, ignore_index=True), sheets


def read_all(paths: list[Path], processes: int) -> tuple[pd.DataFrame, dict[int, str]]:
    """All files, in this process or shared out to several."""
    numbered = list(enumerate(paths))
    batches = [batch for start in range(processes * 4) if (batch := numbered[start :: processes * 4])]
    if processes == 1:
        results = [read_batch(batch) for batch in batches]
    else:
        with ProcessPoolExecutor(processes) as pool:
            results = list(pool.map(read_batch, batches))
    sheets = {number: name for _, names in results for number, name in names.items()}
    return pd.concat([frame for frame, _ in results], ignore_index=True), sheets


def codes(column: pd.Series, known: dict) -> np.ndarray:
    """Numbers of texts, each distinct text looked up once."""
    numbers, texts = pd.factorize(column)
    return np.array([known[text] for text in texts])[numbers]


class Breakdowns:
    """The breakdowns that occur, sorted; a breakdown is a tuple of (dimension, code)."""

    def __init__(self, frame: pd.DataFrame):
        columns = sorted(DIMENSIONS[name] for name in DIMENSIONS if name in frame)
        names = {dimension: name for name, dimension in DIMENSIONS.items()}
        numbers = np.zeros(len(frame), dtype=np.int64)
        texts = []
        for dimension in columns:
            part, values = pd.factorize(frame[names[dimension]].fillna(""))
            numbers = numbers * len(values) + part
            texts.append((dimension, list(values)))
        numbers, distinct = pd.factorize(numbers)
        tuples = []
        for number in distinct:
            parts = []
            for dimension, values in reversed(texts):
                number, index = divmod(number, len(values))
                if values[index] not in ("", "_T", "T"):
                    parts.append((dimension, values[index]))
            tuples.append(tuple(sorted(parts)))
        self.all = sorted({*tuples, ()})
        self.index = {breakdown: index for index, breakdown in enumerate(self.all)}
        self.ids = np.array([self.index[breakdown] for breakdown in tuples])[numbers]

    def setting(self, breakdown: tuple, dimension: str, code: str | None) -> int | None:
        rest = [part for part in breakdown if part[0] != dimension]
        return self.index.get(tuple(sorted(rest + ([(dimension, code)] if code else []))))

    def moved(self, dimension: str, of: str, to: str | None) -> np.ndarray:
        """Breakdown by breakdown the one with `of` replaced by `to`; −1 where that is not `of`, or does not occur."""
        return np.array([
            -1 if dict(breakdown).get(dimension) != of or (moved := self.setting(breakdown, dimension, to)) is None else moved
            for breakdown in self.all])


def observations(
    frame: pd.DataFrame, sheets: dict[int, str], paths: list[str], catalogue: Catalogue, cities: pd.DataFrame
) -> tuple[pd.DataFrame, Breakdowns, list[Finding]]:
    findings = []
    years = frame["TIME_PERIOD"].to_numpy()
    buddhist = (years >= 2400) & (years <= 2700)
    first = frame.loc[buddhist].drop_duplicates(["file", "TIME_PERIOD"])
    # A repair is told once for each writing.
    for row in first.itertuples():
        year = row.TIME_PERIOD
        findings.append(Finding(
            "N001", paths[row.file], sheets[row.file], row.row, row.period_column, row.CITY, row.VARIABLE,
            {"be": str(year), "ce": str(year - 543)}))
    statuses = frame["OBS_STATUS"].fillna("").replace("", "A")
    breakdowns = Breakdowns(frame)
    note = frame["NOTE"].fillna("") if "NOTE" in frame else pd.Series("", index=frame.index)
    result = pd.DataFrame({
        "city": codes(frame["CITY"], {city: index for index, city in enumerate(cities["id"])}),
        "variable": codes(frame["VARIABLE"].str.lower(), catalogue.variable_index),
        "breakdown": breakdowns.ids,
        "year": np.where(buddhist, years - 543, years),
        "value": frame["OBS_VALUE"].to_numpy(),
        "status": codes(statuses, RANK),
        "note": note,
        "file": frame["file"], "row": frame["row"], "column": frame["value_column"],
    })
    valueless = np.array([letter in VALUELESS for letter in RANK])
    result.loc[valueless[result["status"]], "value"] = np.nan
    blank = result["value"].isna() & ~valueless[result["status"]]
    result = result[~blank].sort_values(["city", "variable", "breakdown", "year", "file", "row"], ignore_index=True)
    return result, breakdowns, findings
