"""Observations → indicator values, scores, aggregates, changes and progress, vectorised over all cities."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .catalogue import RANK, VALUELESS, Catalogue, Framework, Indicator
from .lookup import Lookup
from .reading import Breakdowns
from .rules import parts

MISSING, NOT_APPLICABLE, LOW_RELIABILITY, BREAK = RANK["O"], RANK["M"], RANK["U"], RANK["B"]
COLUMNS = ["city", "breakdown", "year", "value", "status", "reported", "base", "input"]


class Measurer:
    def __init__(self, catalogue: Catalogue, lookup: Lookup, breakdowns: Breakdowns):
        self.catalogue, self.look, self.breakdowns = catalogue, lookup, breakdowns

    def values(self) -> pd.DataFrame:
        frames = []
        direct = {}
        for number, indicator in enumerate(self.catalogue.indicators):
            if indicator.kind not in ("parity", "gap"):
                direct[number] = self.measure(indicator)
                frames.append(direct[number].assign(indicator=number))
        for number, indicator in enumerate(self.catalogue.indicators):
            if indicator.kind in ("parity", "gap"):
                source = direct[self.catalogue.indicator_index[indicator.compute[indicator.kind]]]
                frames.append(self.compare(indicator, source).assign(indicator=number))
        values = pd.concat([frame for frame in frames if len(frame)], ignore_index=True)
        return values.sort_values(["city", "indicator", "breakdown", "year"], ignore_index=True)

    def frame(self, rows, value, status, reported, base) -> pd.DataFrame:
        look = self.look
        return pd.DataFrame({
            "city": look.city[rows], "breakdown": look.breakdown[rows], "year": look.year[rows], "value": value,
            "status": status, "reported": reported, "base": base, "input": rows,
        })

    def as_reported(self, variable: int) -> pd.DataFrame:
        rows = self.look.rows[variable]
        return self.frame(rows, self.look.value[rows], self.look.status[rows], True, np.nan)

    def measure(self, indicator: Indicator) -> pd.DataFrame:
        index = self.catalogue.variable_index
        match indicator.kind:
            case "ratio":
                return self.ratio(indicator)
            case "value":
                return self.as_reported(index[indicator.compute["value"]])
            case "rating":
                rows = self.look.rows[index[indicator.compute["rating"]]]
                keys = self.look.keys[index[indicator.compute["rating"]]]
                reviewers = self.look.find(index[indicator.compute["reviewers"]], keys)
                base = np.where(reviewers >= 0, self.look.value[reviewers], np.nan)
                return self.frame(rows, self.look.value[rows], self.look.status[rows], False, base)
            case _:
                return self.distribution(indicator)

    def ratio(self, indicator: Indicator) -> pd.DataFrame:
        above, below = ([self.catalogue.variable_index[name] for name in names] for names in parts(indicator))
        rows, keys = self.look.rows[above[0]], self.look.keys[above[0]]
        top, top_status, found_top = self.look.sums(above, keys)
        bottom, bottom_status, found_bottom = self.look.sums(below, keys)
        found = found_top & found_bottom
        rows, top, bottom = rows[found], top[found], bottom[found]
        top_status, bottom_status = top_status[found], bottom_status[found]
        no_top, no_bottom = np.isnan(top), np.isnan(bottom)
        status = np.select(
            [no_top & ~no_bottom, no_bottom & ~no_top], [top_status, bottom_status], np.minimum(top_status, bottom_status))
        absent = no_top | no_bottom
        empty = ~absent & ~(bottom > 0)
        if indicator.unit.kind == "rate":
            small = ~absent & (bottom < self.catalogue.minimum_denominator)
            status = np.where(small, np.minimum(status, LOW_RELIABILITY), status)
        status = np.where(empty, NOT_APPLICABLE, status)
        with np.errstate(divide="ignore", invalid="ignore"):
            value = np.where(absent | empty, np.nan, indicator.unit.factor * top / bottom)
        base = np.where(absent, np.nan, np.where(empty, 0, bottom))
        computed = self.frame(rows, value, status, False, base)
        ready = self.as_reported(self.catalogue.variable_index[indicator.id])
        if not len(ready):
            return computed
        # A computed value goes before a ready-made one; a ready-made one before a computed absence.
        both = pd.concat([computed[computed["value"].notna()], ready, computed[computed["value"].isna()]])
        return both.drop_duplicates(["city", "breakdown", "year"])

    def distribution(self, indicator: Indicator) -> pd.DataFrame:
        dimension, variable = indicator.compute["over"], self.catalogue.variable_index[indicator.compute["distribution"]]
        is_part = np.array([len(b) == 1 and b[0][0] == dimension for b in self.breakdowns.all])
        rows = self.look.rows[variable]
        rows = rows[is_part[self.look.breakdown[rows]]]
        look, value = self.look, self.look.value[rows]
        total_rows = look.find(variable, look.key(look.city[rows], 0, look.year[rows]))
        total = np.where(total_rows >= 0, look.value[total_rows], np.nan)
        group = pd.Series(value).groupby([look.city[rows], look.year[rows]])
        siblings = group.transform(lambda part: part.sum(skipna=False)).to_numpy() if len(rows) else value
        total = np.where(np.isnan(total), siblings, total)
        fits = ~np.isnan(value) & (total > 0)
        valueless = np.array([letter in VALUELESS for letter in RANK])[look.status[rows]]
        status = np.where(fits | valueless, look.status[rows], MISSING)
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(fits, 100 * value / total, np.nan)
        return self.frame(rows, share, status, False, np.where(fits, total, np.nan))

    def compare(self, indicator: Indicator, source: pd.DataFrame) -> pd.DataFrame:
        """One group against the other, everything else equal."""
        compute = indicator.compute
        other = self.breakdowns.moved(compute["dimension"], compute["of"], compute["to"])
        rest = self.breakdowns.moved(compute["dimension"], compute["of"], None)
        part = source["breakdown"].to_numpy()
        first = source[(other[part] >= 0) & (rest[part] >= 0)].copy()
        first["other"] = other[first["breakdown"].to_numpy()]
        second = source[["city", "breakdown", "year", "value", "status", "base"]]
        pair = first.merge(
            second, left_on=["city", "other", "year"], right_on=["city", "breakdown", "year"], suffixes=("", "_2"))
        a, b = pair["value"].to_numpy(), pair["value_2"].to_numpy()
        status_a, status_b = pair["status"].to_numpy(), pair["status_2"].to_numpy()
        no_a, no_b = np.isnan(a), np.isnan(b)
        status = np.select([no_a & ~no_b, no_b & ~no_a], [status_a, status_b], np.minimum(status_a, status_b))
        with np.errstate(divide="ignore", invalid="ignore"):
            if indicator.kind == "gap":
                value = a - b
            elif compute.get("adjusted", "true") == "true":
                defined = (a >= 0) & (b >= 0) & ((a > 0) | (b > 0))
                value = np.where(defined, np.where(a <= b, a / b, 2 - b / a), np.nan)
            else:
                value = np.where((a >= 0) & (b > 0), a / b, np.nan)
        undefined = np.isnan(value) & ~no_a & ~no_b
        return pd.DataFrame({
            "city": pair["city"], "breakdown": rest[pair["breakdown"].to_numpy()], "year": pair["year"], "value": value,
            "status": np.where(undefined, NOT_APPLICABLE, status), "reported": False,
            "base": np.where(no_a | no_b, np.nan, np.fmin(pair["base"], pair["base_2"])), "input": pair["input"],
        })


@dataclass
class Nodes:
    """City by city (rows) and node by node (columns)."""

    score: np.ndarray
    coverage: np.ndarray
    reported: np.ndarray
    expected: np.ndarray


class Assessment:
    """Scores of all cities for a reference year."""

    def __init__(self, catalogue: Catalogue, values: pd.DataFrame, cities: int, year: int):
        self.year = year
        kinds = np.array([indicator.kind == "distribution" for indicator in catalogue.indicators])
        age = year - values["year"]
        fits = values["value"].notna() & age.between(0, catalogue.maximum_age)
        fits &= (values["breakdown"] == 0) | kinds[values["indicator"].to_numpy()]
        latest = values[fits].drop_duplicates(["city", "indicator"], keep="last")
        self.entry = np.full((cities, len(catalogue.indicators)), -1)
        self.entry[latest["city"], latest["indicator"]] = latest.index
        self.score = np.full(self.entry.shape, np.nan)
        for number, indicator in enumerate(catalogue.indicators):
            has = self.entry[:, number] >= 0
            self.score[has, number] = indicator.scores(values["value"].to_numpy()[self.entry[has, number]])
        self.nodes = [self.aggregate(catalogue, framework) for framework in catalogue.frameworks]

    def aggregate(self, catalogue: Catalogue, framework: Framework) -> tuple[Nodes, Nodes]:
        """The nodes of a framework, and its overall score as a single column."""
        cities, count = len(self.entry), len(framework.nodes)
        mean = np.full((cities, count + 1), np.nan)
        coverage = np.zeros((cities, count + 1))
        reported = np.zeros((cities, count + 1), dtype=int)
        expected = np.zeros(count + 1, dtype=int)
        has_scale = np.zeros(count + 1, dtype=bool)
        roots = [index for index, node in enumerate(framework.nodes) if node.depth == 0]
        for index in [*reversed(range(count)), count]:
            children = roots if index == count else framework.nodes[index].children
            own = [] if index == count else framework.nodes[index].indicators
            weight = 0.0
            covered, present, total = np.zeros(cities), np.zeros(cities), np.zeros(cities)
            for child in children:
                reported[:, index] += reported[:, child]
                expected[index] += expected[child]
                if has_scale[child]:
                    share = framework.nodes[child].weight
                    there = ~np.isnan(mean[:, child])
                    weight += share
                    covered = covered + share * coverage[:, child]
                    present = present + np.where(there, share, 0)
                    total = total + np.where(there, share * mean[:, child], 0)
            for number in own:
                expected[index] += 1
                reported[:, index] += self.entry[:, number] >= 0
                if catalogue.indicators[number].is_scored:
                    there = ~np.isnan(self.score[:, number])
                    weight += 1
                    covered, present = covered + there, present + there
                    total = total + np.where(there, self.score[:, number], 0)
            has_scale[index] = weight > 0
            with np.errstate(divide="ignore", invalid="ignore"):
                mean[:, index] = np.where(present > 0, total / present, np.nan)
            coverage[:, index] = covered / weight if weight > 0 else 0
        score = np.where(coverage >= catalogue.minimum_coverage - 1e-9, mean, np.nan)
        expected = np.broadcast_to(expected, reported.shape)
        return (
            Nodes(score[:, :-1], coverage[:, :-1], reported[:, :-1], expected[:, :-1]),
            Nodes(score[:, -1:], coverage[:, -1:], reported[:, -1:], expected[:, -1:]),
        )


def changes(values: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """The change of every value from the one before it in its series."""
    frame = values[values["value"].notna()].reset_index(names="position")
    series = frame[["city", "indicator", "breakdown"]]
    follows = (series == series.shift()).all(axis=1).to_numpy()
    value, status = frame["value"].to_numpy(), frame["status"].to_numpy()
    earlier = np.where(follows, np.roll(value, 1), np.nan)
    frame["previous"] = earlier
    frame["previous_year"] = np.where(follows, np.roll(frame["year"], 1), 0)
    frame["gap"] = np.where(follows, frame["year"] - frame["previous_year"], 0)
    kind = np.array([indicator.unit.kind for indicator in catalogue.indicators])[frame["indicator"].to_numpy()]
    measure = np.where(kind == "rate", "points", np.where(np.isin(kind, ["count", "amount"]), "percent", "units"))
    frame["measure"] = measure
    frame["status"] = np.where(follows, np.minimum(status, np.roll(status, 1)), status)
    told = follows & (status != BREAK)
    years = np.maximum(1, frame["gap"])
    frame["absolute"] = np.where(told, value - earlier, np.nan)
    frame["annual_absolute"] = frame["absolute"] / years
    positive = told & (earlier > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        frame["relative"] = np.where(positive, 100 * (value / earlier - 1), np.nan)
        frame["annual_relative"] = np.where(positive & (value >= 0), 100 * ((value / earlier) ** (1 / years) - 1), np.nan)
    no_base = told & (earlier <= 0) & (measure == "percent")
    frame["reason"] = np.select(
        [~follows, ~told, no_base & (earlier == 0), no_base],
        ["first_value", "break_in_series", "zero_base", "negative_base"], "")
    frame["verdict"], frame["effect"] = "", np.nan
    for number, rows in frame.groupby("indicator").indices.items():
        indicator = catalogue.indicators[number]
        rows = rows[told[rows]]
        old, new = earlier[rows], value[rows]
        frame.iloc[rows, frame.columns.get_loc("verdict")] = verdicts(indicator, old, new)
        frame.iloc[rows, frame.columns.get_loc("effect")] = indicator.scores(new) - indicator.scores(old)
    frame["headline"] = np.where(measure == "percent", frame["relative"], frame["absolute"])
    return frame


def verdicts(indicator: Indicator, old: np.ndarray, new: np.ndarray) -> np.ndarray:
    if indicator.direction == "none":
        return np.full(len(new), "neutral")
    if indicator.direction == "ideal":
        if not isinstance(indicator.score, dict) or "ideal" not in indicator.score:
            return np.full(len(new), "neutral")
        ideal = float(indicator.score["ideal"])
        gain = np.abs(old - ideal) - np.abs(new - ideal)
    else:
        gain = new - old if indicator.direction == "increase" else old - new
    return np.where(np.abs(gain) < 1e-9, "same", np.where(gain > 0, "better", "worse"))


def progress(values: pd.DataFrame, catalogue: Catalogue, framework: Framework, cities: int, year: int) -> pd.DataFrame:
    """Every city's verdict on each indicator of a framework with goals, by the method of Statistics Canada."""
    known = values[(values["breakdown"] == 0) & values["value"].notna() & (values["year"] <= year)]
    by_indicator = {number: frame for number, frame in known.groupby("indicator")}
    frames = []
    for index, node in enumerate(framework.nodes):
        for number in node.indicators:
            frame = verdict(catalogue, number, node, by_indicator.get(number), cities)
            frames.append(frame.assign(node=index, indicator=number, city=np.arange(cities)))
    return pd.concat(frames, ignore_index=True).sort_values("city", kind="stable", ignore_index=True)


def verdict(catalogue: Catalogue, number: int, node, known: pd.DataFrame | None, cities: int) -> pd.DataFrame:
    indicator = catalogue.indicators[number]
    sign = {"increase": 1, "decrease": -1}.get(indicator.direction, 0)
    target = limit = None
    until = catalogue.target_year
    if indicator.kind == "parity":
        sign, target = -1, 1.0
    elif node.goal and node.goal["indicator"] == indicator.id:
        target, until = float(node.goal["value"]), int(node.goal["year"])
    elif indicator.unit.id == "percent" and indicator.direction == "increase":
        limit = 100.0
    columns = {name: np.full(cities, np.nan) for name in ("base_year", "base", "latest_year", "latest")}
    if known is not None:
        series = known
        # A series starts anew at a break.
        breaks = (series["status"] == BREAK).groupby(series["city"]).cumsum()
        series = series[breaks == breaks.groupby(series["city"]).transform("max")]
        series = series[series["year"] >= catalogue.base_year]
        if indicator.kind == "parity":
            series = series[series["value"] > 0]
            value = series["value"]
            if indicator.compute.get("adjusted", "true") == "true":
                # An adjusted index above 1 is the ratio turned round; 2 would be a ratio without end.
                series = series[value < 2]
                value = series["value"].where(series["value"] <= 1, 1 / (2 - series["value"]))
            series = series.assign(value=np.where(value.between(0.97, 1.03), 1.0, np.maximum(value, 1 / value)))
        ends = series.groupby("city")[["year", "value"]]
        first, last = ends.first(), ends.last()
        columns["base_year"][first.index], columns["base"][first.index] = first["year"], first["value"]
        columns["latest_year"][last.index], columns["latest"][last.index] = last["year"], last["value"]
    return pd.DataFrame({**columns, **judged(catalogue, columns, sign, target, limit, until), "sign": sign,
                         "target": np.nan if target is None else target, "target_year": until})


def judged(catalogue: Catalogue, ends: dict, sign: int, target, limit, until: int) -> dict:
    base, latest = ends["base"], ends["latest"]
    years = ends["latest_year"] - ends["base_year"]
    reason = np.select([np.isnan(latest), ~(years > 0)], ["no_data", "fewer_than_two_points"], "").astype(object)
    if sign == 0:
        reason[reason == ""] = "no_direction"
    open_ = reason == ""
    ratio, score = np.full(len(base), np.nan), np.full(len(base), np.nan)
    status = np.full(len(base), "", dtype=object)
    with np.errstate(all="ignore"):
        if target is not None:
            met = open_ & ((latest - target) * sign >= 0)
            status[met], score[met] = "met", 5
            open_ &= ~met
        reason[open_ & (base == 0)] = "base_is_zero"
        open_ &= base != 0
        crossed = open_ & (np.sign(base) != np.sign(latest)) & (latest != 0)
        reason[crossed] = "sign_change"
        open_ &= ~crossed
        actual = (latest / base) ** (1 / years) - 1
        orientation = sign * np.where(base < 0, -1, 1)
        if target is None:
            scale = np.ones(len(base))
            if limit is not None:
                size = np.abs(base)
                share = np.where(size <= limit, size / limit, (2 * limit - size) / limit)
                scale = np.where(size >= 2 * limit, 1, 1 - share**catalogue.limit_exponent)
            found, cuts = orientation * actual, catalogue.without_target
            points = np.select(
                [found < 0, scale == 0, found >= 0.015 * scale, found >= 0.005 * scale],
                [np.maximum(125 * found - 2.5, -5), 5, np.minimum(500 * found / scale - 5, 5), 250 * found / scale - 1.25],
                500 * found / scale - 2.5)
        else:
            for wrong, name in [
                (base == target, "base_equals_target"), (np.full(len(base), target == 0), "target_is_zero"),
                ((target > 0) != (base > 0), "sign_change"),
            ]:
                reason[open_ & wrong] = name
                open_ &= ~wrong
            required = np.abs((target / base) ** (1 / (until - ends["base_year"])) - 1)
            found, cuts, scale = orientation * actual / required, catalogue.with_target, np.ones(len(base))
            points = np.where(found >= 0.6, np.minimum(7.1429 * found - 4.2857, 5), np.maximum(4.1667 * found - 2.5, -5))
        names = np.select(
            [found >= cut * scale - 1e-9 for cut in cuts], ["on_track", "watch", "off_track"], "worsening").astype(object)
    ratio[open_], score[open_], status[open_] = found[open_], points[open_], names[open_]
    return {"ratio": ratio, "score": score, "verdict": status, "reason": reason}
