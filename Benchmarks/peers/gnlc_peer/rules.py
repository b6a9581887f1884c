"""The checks of a city's figures: C010, C012, C013, C021, C030, C031, T003."""

import numpy as np
import pandas as pd

from .catalogue import RANK, Catalogue
from .lookup import Lookup
from .reading import Breakdowns, Finding


def shown(value: float) -> str:
    if value == np.round(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(float(np.floor(abs(value) * 1000 + 0.5) / 1000 * np.sign(value)))


class Rules:
    def __init__(self, catalogue: Catalogue, lookup: Lookup, observations: pd.DataFrame, breakdowns: Breakdowns, cities, paths, sheets):
        self.catalogue, self.lookup, self.observations, self.breakdowns = catalogue, lookup, observations, breakdowns
        self.cities, self.paths, self.sheets = cities, paths, sheets
        self.findings: list[Finding] = []
        self.held: set[int] = set()

    def add(self, code: str, index: int, involved: list[int], **details: str) -> None:
        place = self.observations.iloc[index]
        self.findings.append(Finding(
            code, self.paths[place.file], self.sheets[place.file], int(place.row), int(place.column),
            self.cities["id"][place.city], self.catalogue.variables[place.variable].id, details))
        if self.catalogue.severity(code) == "error":
            self.held.update(involved or [index])

    def run(self) -> None:
        female, male = self.breakdowns.moved("sex", "F", "M"), self.breakdowns.moved("sex", "F", None)
        for number, variable in enumerate(self.catalogue.variables):
            rows = self.lookup.rows[number]
            if len(rows):
                self.check_values(variable, rows)
                if variable.unit.kind == "count":
                    self.check_sums(number, rows, female, male)
                self.check_changes(variable, rows)
        self.check_ratios()

    def check_values(self, variable, rows) -> None:
        values = self.lookup.value[rows]
        for place in rows[(values < variable.low) | (values > variable.high)]:
            self.add(
                "C010", place, [], value=shown(self.lookup.value[place]), low=shown(variable.low),
                high=shown(variable.high), unit=variable.unit.label)
        if variable.unit.kind == "count":
            for place in rows[(values != np.round(values)) & ~np.isnan(values)]:
                self.add("C013", place, [], value=shown(self.lookup.value[place]))
        if variable.unit.id == "percent":
            usual = set(self.lookup.city[rows[values > 5]])
            for place in rows[(values > 0) & (values < 1)]:
                if self.lookup.city[place] in usual:
                    value = self.lookup.value[place]
                    self.add("C031", place, [], value=shown(value), percent=shown(value * 100))

    def check_sums(self, number: int, rows, to_male, to_total) -> None:
        look = self.lookup
        part = look.breakdown[rows]
        wanted = (to_male[part] >= 0) & (to_total[part] >= 0)
        rows, part = rows[wanted], part[wanted]
        if not len(rows):
            return
        male = look.find(number, look.key(look.city[rows], to_male[part], look.year[rows]))
        total = look.find(number, look.key(look.city[rows], to_total[part], look.year[rows]))
        value = look.value
        with np.errstate(invalid="ignore"):
            wrong = np.abs(value[total] - value[rows] - value[male]) > 2 * self.catalogue.sum_tolerance
        for place in np.flatnonzero((male >= 0) & (total >= 0) & wrong):
            three = [int(total[place]), int(rows[place]), int(male[place])]
            self.add(
                "C012", three[0], three, total=shown(value[three[0]]), female=shown(value[three[1]]),
                male=shown(value[three[2]]))

    def check_changes(self, variable, rows) -> None:
        look, limits = self.lookup, self.catalogue.change_thresholds(variable)
        rows = rows[~np.isnan(look.value[rows])]
        before, after = rows[:-1], rows[1:]
        same = (look.city[before] == look.city[after]) & (look.breakdown[before] == look.breakdown[after])
        quiet = (look.status[after] == RANK["B"]) | (self.observations["note"].to_numpy()[after] != "")
        old, new = look.value[before], look.value[after]
        absolute = np.abs(new - old)
        relative_limit = limits.get("warn_relative")
        passes_absolute = absolute > limits["warn_absolute"] if "warn_absolute" in limits else None
        if relative_limit is None:
            exceeds = passes_absolute if passes_absolute is not None else np.zeros(len(after), bool)
        else:
            with np.errstate(divide="ignore", invalid="ignore"):
                relative = absolute / old * 100 > relative_limit
            large = (old > 0) & (old >= limits.get("minimum_base", 0))
            both = relative if passes_absolute is None else passes_absolute & relative
            exceeds = np.where(large, both, False if passes_absolute is None else passes_absolute)
        for place in np.flatnonzero(same & ~quiet & exceeds):
            self.add_change(variable, after[place], old[place], new[place], look.year[before[place]])

    def add_change(self, variable, index, old, new, year) -> None:
        in_percent = variable.unit.kind in ("count", "amount") and old != 0
        number = 100 * (new / old - 1) if in_percent else new - old
        rounded = np.sign(number) * np.floor(abs(number) * 10 + 0.5) / 10
        suffix = " %" if in_percent else " pp" if variable.unit.kind == "rate" else ""
        self.add(
            "T003", index, [], **{"from": shown(old)}, to=shown(new),
            change=("+" if number > 0 else "") + shown(rounded) + suffix, previous=str(year))

    def check_ratios(self) -> None:
        catalogue, look = self.catalogue, self.lookup
        for indicator in catalogue.indicators:
            if indicator.kind != "ratio":
                continue
            above, below = ([catalogue.variable_index[name] for name in names] for names in parts(indicator))
            ready = catalogue.variable_index[indicator.id]
            if indicator.unit.id == "percent" and catalogue.variables[ready].high <= 100:
                rows, keys = look.rows[above[0]], look.keys[above[0]]
                top, _, found_top = look.sums(above, keys)
                bottom, _, found_bottom = look.sums(below, keys)
                for place in np.flatnonzero(found_top & found_bottom & (top > bottom)):
                    involved = [int(look.find(name, keys[place : place + 1])[0]) for name in above + below]
                    self.add(
                        "C021", rows[place], involved, part=shown(top[place]), whole=shown(bottom[place]),
                        part_label=catalogue.variables[above[0]].id, whole_label=catalogue.variables[below[0]].id)
            rows, keys = look.rows[ready], look.keys[ready]
            if len(rows):
                top, _, found_top = look.sums(above, keys)
                bottom, _, found_bottom = look.sums(below, keys)
                with np.errstate(divide="ignore", invalid="ignore"):
                    computed = indicator.unit.factor * top / bottom
                    wrong = np.abs(computed - look.value[rows]) > catalogue.rate_tolerance + 1e-9
                for place in np.flatnonzero(found_top & found_bottom & (bottom > 0) & wrong):
                    self.add("C030", rows[place], [], reported=shown(look.value[rows[place]]), computed=shown(computed[place]))


def parts(indicator) -> tuple[list[str], list[str]]:
    from .catalogue import as_list

    return as_list(indicator.compute["numerator"]), as_list(indicator.compute["denominator"])
