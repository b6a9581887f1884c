"""Reads Indicators/ and the files of a programme. Every scalar stays text until its place says what it is."""

from dataclasses import dataclass, field
from math import log
from pathlib import Path

import numpy as np
import yaml

# SDMX's order of precedence, the weightiest first, and the statuses that carry no value.
PRECEDENCE = "BOMLHQJSDKWIFEPNUVGA"
RANK = {letter: rank for rank, letter in enumerate(PRECEDENCE)}
VALUELESS = frozenset("HKLMOQ")


def load(path: Path):
    # The base loader of libyaml: no guessing of types, and as fast as the safe one.
    with path.open("rb") as file:
        return yaml.load(file, Loader=yaml.CBaseLoader)


def as_list(value) -> list:
    return value if isinstance(value, list) else [value]


@dataclass
class Unit:
    id: str
    kind: str
    decimals: int
    factor: float
    label: str


@dataclass
class Variable:
    id: str
    unit: Unit
    evidence: str
    low: float
    high: float
    change: dict


@dataclass
class Indicator:
    id: str
    code: str
    unit: Unit
    direction: str
    compute: dict
    score: object
    evidence: str
    name_en: str
    name_th: str

    @property
    def kind(self) -> str:
        for kind in ("rating", "distribution", "parity", "gap", "value"):
            if kind in self.compute:
                return kind
        return "ratio"

    @property
    def is_scored(self) -> bool:
        return self.score != "none"

    def scores(self, values: np.ndarray) -> np.ndarray:
        """Scores from 0 to 100; NaN where the indicator has none."""
        if self.score == "none":
            return np.full(len(values), np.nan)
        if self.score == "rating":
            return 100 * np.clip((values - 1) / 3, 0, 1)
        if "ideal" in self.score:
            ideal, worst = float(self.score["ideal"]), float(self.score["worst"])
            return 100 * np.clip(1 - np.abs(values - ideal) / abs(worst - ideal), 0, 1)
        if "goalposts" in self.score:
            low, high = map(float, self.score["goalposts"])
            share = (values - low) / (high - low)
        else:
            low, high = map(float, self.score["log_goalposts"])
            with np.errstate(divide="ignore", invalid="ignore"):
                share = (np.log(values) - log(low)) / (log(high) - log(low))
            share = np.where(values > 0, share, 0.0)
        if self.direction == "decrease":
            share = 1 - share
        return 100 * np.clip(share, 0, 1)


@dataclass
class Node:
    code: str
    name_en: str
    name_th: str
    depth: int
    weight: float
    scope: str
    parent: int
    goal: dict | None
    indicators: list[int]
    children: list[int] = field(default_factory=list)


@dataclass
class Framework:
    id: str
    levels: list[str]
    nodes: list[Node]


class Catalogue:
    def __init__(self, folders: list[Path]):
        files = [path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*.yaml"))]
        documents = [(path, load(path)) for path in files]

        def of(folder: str | None = None, name: str | None = None):
            for path, document in documents:
                if (folder is None or path.parent.name == folder) and (name is None or path.name == name):
                    yield document

        self.units: dict[str, Unit] = {}
        self.dimensions: dict[str, dict] = {}
        for document in of(name="codes.yaml"):
            for key, unit in document.get("units", {}).items():
                factor = float(unit.get("ratio", {}).get("factor", 1))
                self.units[key] = Unit(key, unit["kind"], int(unit["decimals"]), factor, unit["label"]["en"])
            self.dimensions.update(document.get("dimensions", {}))
        rules = next(of(name="rules.yaml"))
        self.rules_version = rules["version"]
        self.year_on_year = {kind: self._thresholds(value) for kind, value in rules["year_on_year"].items()}
        self.sum_tolerance = float(rules["sum_tolerance"])
        self.rate_tolerance = float(rules["rate_tolerance"])
        self.minimum_denominator = float(rules["minimum_denominator"])
        self._read_method(next(of(name="method.yaml")))
        self.findings = {entry["code"]: entry for document in of("texts", "findings.yaml") for entry in document["findings"]}
        self._read_definitions(
            [entry for document in of("variables") for entry in document["variables"]],
            [entry for document in of("indicators") for entry in document["indicators"]])
        self.frameworks = sorted((self._framework(document) for document in of("frameworks")), key=lambda f: f.id)

    @staticmethod
    def _thresholds(value: dict) -> dict:
        return {key: float(number) for key, number in value.items()}

    def _read_method(self, method: dict) -> None:
        self.method = f"{method['id']} {method['version']}"
        coverage = method["minimum_coverage"]
        self.minimum_coverage = int(coverage["numerator"]) / int(coverage["denominator"])
        self.maximum_age = int(method["maximum_age_years"])
        progress = method["progress"]
        # The peer knows the shipped choices: fixed goalposts, arithmetic means, nothing imputed or moved.
        low, high = method["normalisation"]["scale"]
        self.score_parameters = (
            f"{method['normalisation']['method']}(scale={low} {high});{method['aggregation']};"
            f"coverage={coverage['numerator']}/{coverage['denominator']};age={self.maximum_age}")
        self.base_year, self.target_year = int(progress["base_year"]), int(progress["target_year"])
        self.with_target = [float(number) for number in progress["statcan"]["with_target"]]
        self.without_target = [float(number) for number in progress["statcan"]["without_target"]]
        self.limit_exponent = float(progress["statcan"]["limit_exponent"])

    def _read_definitions(self, variables: list[dict], indicators: list[dict]) -> None:
        known = {}
        for entry in variables:
            low, high = map(float, entry["range"])
            known[entry["id"]] = Variable(
                entry["id"], self.units[entry["unit"]], entry["evidence"], low, high,
                self._thresholds(entry.get("change", {})))
        self.indicators: list[Indicator] = []
        for entry in sorted(indicators, key=lambda entry: entry["id"].encode()):
            unit = self.units[entry["unit"]]
            self.indicators.append(Indicator(
                entry["id"], entry.get("code", ""), unit, entry["direction"], entry["compute"], entry["score"],
                entry["evidence"], entry["label"]["en"], entry["label"]["th"]))
            if "numerator" in entry["compute"]:
                # Every ratio can also be reported ready-made, under the indicator's own id.
                low, high = map(float, entry.get("range", ["0", "100" if unit.id == "percent" else "1e12"]))
                known[entry["id"]] = Variable(entry["id"], unit, entry["evidence"], low, high, {})
        self.variables = [known[key] for key in sorted(known, key=str.encode)]
        self.variable_index = {variable.id: index for index, variable in enumerate(self.variables)}
        self.indicator_index = {indicator.id: index for index, indicator in enumerate(self.indicators)}

    def _framework(self, document: dict) -> Framework:
        nodes: list[Node] = []

        def read(entry: dict, depth: int, parent: int) -> int:
            index = len(nodes)
            name = entry.get("short", entry["label"])
            nodes.append(Node(
                entry["code"], name["en"].replace("|", " "), name["th"].replace("|", ""), depth,
                float(entry.get("weight", 1)), entry.get("scope", ""), parent, entry.get("goal"),
                [self.indicator_index[name] for name in as_list(entry.get("indicators", []))]))
            nodes[index].children = [read(child, depth + 1, index) for child in entry.get("nodes", [])]
            return index

        for entry in document["nodes"]:
            read(entry, 0, -1)
        return Framework(document["id"], document["levels"], nodes)

    def change_thresholds(self, variable: Variable) -> dict:
        return {**self.year_on_year.get(variable.unit.kind, {}), **variable.change}

    def severity(self, code: str) -> str:
        return self.findings[code]["severity"]
