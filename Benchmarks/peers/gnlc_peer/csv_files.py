"""The five CSV files of a round, in the columns of gnlc's own."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd

from . import rounding
from .catalogue import PRECEDENCE
from .measuring import Assessment

LETTERS = np.array(list(PRECEDENCE), dtype=object)


def cell_names(columns, rows) -> np.ndarray:
    letters = {}
    for column in np.unique(columns):
        name, rest = "", int(column)
        while rest >= 0:
            name = chr(65 + rest % 26) + name
            rest = rest // 26 - 1
        letters[column] = name
    return np.array([f"{letters[column]}{row + 1}" for column, row in zip(columns, rows)], dtype=object)


def write(path: Path, frame: pd.DataFrame) -> None:
    frame.to_csv(path, index=False, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)


class CSVFiles:
    def __init__(self, results):
        self.results = results
        catalogue = results.catalogue
        self.ids = np.array([indicator.id for indicator in catalogue.indicators], dtype=object)
        self.decimals = np.array([indicator.unit.decimals for indicator in catalogue.indicators])
        self.units = np.array([indicator.unit.id for indicator in catalogue.indicators], dtype=object)
        breakdowns = [dict(breakdown) for breakdown in results.breakdowns.all]
        self.sex = np.array([b.get("sex", "_T") for b in breakdowns], dtype=object)
        self.age = np.array([b.get("age", "_T") for b in breakdowns], dtype=object)
        self.other = np.array(
            [";".join(f"{k}={v}" for k, v in sorted(b.items()) if k not in ("sex", "age")) for b in breakdowns], dtype=object)

    def city(self, numbers) -> dict:
        cities = self.results.cities
        return {
            "CITY": cities["id"].to_numpy(object)[numbers], "CITY_NAME_EN": cities["name_en"].to_numpy(object)[numbers],
            "CITY_NAME_TH": cities["name_th"].to_numpy(object)[numbers],
        }

    def breakdown(self, numbers) -> dict:
        return {"SEX": self.sex[numbers], "AGE": self.age[numbers], "BREAKDOWN": self.other[numbers]}

    def write(self, folder: Path) -> None:
        write(folder / "observations.csv", self.observations())
        write(folder / "indicators.csv", self.indicators())
        write(folder / "scores.csv", self.scores())
        write(folder / "changes.csv", self.changes())
        write(folder / "findings.csv", self.findings())

    def observations(self) -> pd.DataFrame:
        results, frame = self.results, self.results.observations
        variables = results.catalogue.variables
        variable, file = frame["variable"].to_numpy(), frame["file"].to_numpy()
        pick = lambda values: np.array(values, dtype=object)[variable]  # noqa: E731
        return pd.DataFrame({
            **self.city(frame["city"].to_numpy()), "VARIABLE": pick([v.id for v in variables]),
            **self.breakdown(frame["breakdown"].to_numpy()), "TIME_PERIOD": frame["year"],
            "OBS_VALUE": rounding.shortest(frame["value"]), "UNIT_MEASURE": pick([v.unit.id for v in variables]),
            "OBS_STATUS": LETTERS[frame["status"].to_numpy()],
            "GEO_LEVEL": results.cities["geographic_level"].to_numpy(object)[frame["city"].to_numpy()],
            "EVIDENCE": pick([v.evidence for v in variables]), "NOTE": frame["note"],
            "SOURCE_FILE": np.array(results.paths, dtype=object)[file],
            "SOURCE_SHEET": np.array([results.sheets[n] for n in range(len(results.paths))], dtype=object)[file],
            "SOURCE_CELL": cell_names(frame["column"], frame["row"]), "RUN_ID": results.run,
        })

    def indicators(self) -> pd.DataFrame:
        results, frame = self.results, self.results.values
        indicator = frame["indicator"].to_numpy()
        source = results.observations.iloc[frame["input"].to_numpy()]
        pick = lambda values: np.array(values, dtype=object)[indicator]  # noqa: E731
        return pd.DataFrame({
            **self.city(frame["city"].to_numpy()), "INDICATOR": self.ids[indicator],
            "INDICATOR_CODE": pick([i.code for i in results.catalogue.indicators]),
            **self.breakdown(frame["breakdown"].to_numpy()), "TIME_PERIOD": frame["year"],
            "OBS_VALUE": rounding.texts(frame["value"], self.decimals[indicator]), "UNIT_MEASURE": self.units[indicator],
            "OBS_STATUS": LETTERS[frame["status"].to_numpy()], "CONF_STATUS": "F", "DECIMALS": self.decimals[indicator],
            "FORM": np.where(frame["reported"], "reported", "computed"), "BASE": rounding.shortest(frame["base"]),
            "EVIDENCE": pick([i.evidence for i in results.catalogue.indicators]),
            "SOURCE_FILE": np.array(results.paths, dtype=object)[source["file"].to_numpy()],
            "SOURCE_CELL": cell_names(source["column"], source["row"]), "METHOD_VERSION": results.catalogue.method,
            "RUN_ID": results.run,
        })

    def scores(self) -> pd.DataFrame:
        results = self.results
        present = np.unique(results.observations["city"])
        years = (results.previous, results.current)
        frames = []
        order = 0
        for number, framework in enumerate(results.catalogue.frameworks):
            for assessment in years:
                order += 1
                frames.append(self.node_rows(
                    present, framework.id, "overall", "overall", assessment, assessment.nodes[number][1], 0, order))
            for index, node in enumerate(framework.nodes):
                for assessment in years:
                    nodes = assessment.nodes[number][0]
                    if nodes.expected[0, index] > 0:
                        order += 1
                        frames.append(self.node_rows(
                            present, framework.id, framework.levels[node.depth], node.code, assessment, nodes, index, order))
        for number, indicator in enumerate(results.catalogue.indicators):
            if indicator.is_scored:
                for assessment in years:
                    order += 1
                    frames.append(self.indicator_rows(present, number, indicator, assessment, order))
        frame = pd.concat(frames, ignore_index=True).sort_values(["number", "order"], kind="stable")
        frame = frame.assign(
            IMPUTED=0, TREATMENT="", COMPARABLE="true", SCORE_PARAMETERS=results.catalogue.score_parameters,
            METHOD_VERSION=results.catalogue.method, RUN_ID=results.run)
        head = pd.DataFrame(self.city(frame["number"].to_numpy()), index=frame.index)
        return pd.concat([head, frame.drop(columns=["number", "order"])], axis=1)

    @staticmethod
    def node_rows(present, framework, level, code, assessment: Assessment, nodes, index, order) -> pd.DataFrame:
        score, reported = nodes.score[present, index], nodes.reported[present, index]
        return pd.DataFrame({
            "number": present, "order": order, "FRAMEWORK": framework, "LEVEL": level, "NODE": code,
            "REFERENCE_YEAR": assessment.year, "SCORE": rounding.texts(score, 1),
            "COVERAGE": rounding.texts(nodes.coverage[present, index], 4), "REPORTED": reported,
            "EXPECTED": nodes.expected[present, index],
            "SCORE_STATUS": np.where(~np.isnan(score), "scored", np.where(reported == 0, "no_data", "not_enough_data")),
            "VALUE_PERIOD": "",
        })

    def indicator_rows(self, present, number, indicator, assessment: Assessment, order) -> pd.DataFrame:
        entry = assessment.entry[present, number]
        there = present[entry >= 0]
        return pd.DataFrame({
            "number": there, "order": order, "FRAMEWORK": "all", "LEVEL": "indicator", "NODE": indicator.id,
            "REFERENCE_YEAR": assessment.year, "SCORE": rounding.texts(assessment.score[there, number], 1),
            "COVERAGE": "1.0000", "REPORTED": 1, "EXPECTED": 1, "SCORE_STATUS": "scored",
            "VALUE_PERIOD": self.results.values["year"].to_numpy()[entry[entry >= 0]].astype(str),
        })

    def changes(self) -> pd.DataFrame:
        frame = self.results.changes
        indicator = frame["indicator"].to_numpy()
        decimals = self.decimals[indicator]
        measure = frame["measure"].to_numpy()
        first = frame["reason"].to_numpy() == "first_value"
        return pd.DataFrame({
            **self.city(frame["city"].to_numpy()), "INDICATOR": self.ids[indicator],
            **self.breakdown(frame["breakdown"].to_numpy()), "TIME_PERIOD": frame["year"],
            "OBS_VALUE": rounding.texts(frame["value"], decimals),
            "PREVIOUS_PERIOD": np.where(first, "", frame["previous_year"].astype(str)),
            "PREVIOUS_VALUE": rounding.texts(frame["previous"], decimals),
            "GAP_YEARS": np.where(first, "", frame["gap"].astype(str)),
            "CHANGE": rounding.texts(frame["headline"], np.where(measure == "units", decimals, 1)),
            "CHANGE_UNIT": np.where(
                measure == "points", "percentage_points", np.where(measure == "percent", "percent", self.units[indicator])),
            "CHANGE_ABSOLUTE": rounding.texts(frame["absolute"], np.maximum(1, decimals)),
            "CHANGE_PERCENT": rounding.texts(frame["relative"], 2),
            "ANNUAL_ABSOLUTE": rounding.texts(frame["annual_absolute"], np.maximum(2, decimals + 1)),
            "ANNUAL_PERCENT": rounding.texts(frame["annual_relative"], 2), "VERDICT": frame["verdict"],
            "SCORE_EFFECT": rounding.texts(frame["effect"], 1), "REASON": frame["reason"],
            "OBS_STATUS": LETTERS[frame["status"].to_numpy()], "RUN_ID": self.results.run,
        })

    def findings(self, most: int | None = None) -> pd.DataFrame:
        results, rows = self.results, []
        for number, finding in enumerate(results.findings[:most], start=1):
            text = results.catalogue.findings[finding.code]
            cell = cell_names([finding.column], [finding.row])[0] if finding.row >= 0 else ""
            filled = [self.fill(text[part][language], finding.details or {})
                      for part in ("message", "fix") for language in ("en", "th")]
            rows.append([
                number, text["severity"], finding.code, text["slug"], finding.city, finding.variable, finding.file,
                finding.sheet, cell, *filled, results.catalogue.rules_version, results.run])
        return pd.DataFrame(rows, columns=[
            "NUMBER", "SEVERITY", "CODE", "SLUG", "CITY", "VARIABLE", "FILE", "SHEET", "CELL", "MESSAGE_EN", "MESSAGE_TH",
            "FIX_EN", "FIX_TH", "RULES_VERSION", "RUN_ID"])

    @staticmethod
    def fill(pattern: str, details: dict) -> str:
        for name, value in details.items():
            pattern = pattern.replace("{" + name + "}", value)
        return pattern
