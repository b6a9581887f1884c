"""The peer of the benchmark of methods: seven methods of progress, ten normalisations, five aggregations, Monte Carlo places and
the influence of indicators with numpy and pandas, vectorised over units and indicators.

    methods.py INPUTS OUT [DRAWS]
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from gnlc_peer import robustness
from timing import measured

inputs, out = Path(sys.argv[1]), Path(sys.argv[2])
draws = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
units, indicators, years, latest_year = map(int, (inputs / "shape.txt").read_text().split())
table = pd.read_csv(inputs / "indicators.csv")
values = np.fromfile(inputs / "values.f64", dtype="<f8").reshape(units, indicators, years)
out.mkdir(parents=True, exist_ok=True)

YEARS = np.arange(latest_year - years + 1, latest_year + 1).astype(float)
BASE, TARGET = 2015, 2030
NORMALISATIONS = ["goalposts", "scaled", "minmax", "zscore", "rank", "percentile_rank", "borda", "distance_to_maximum",
                  "distance_to_reference", "distance_to_target"]
UNBOUNDED = {"zscore", "scaled", "distance_to_reference"}
AGGREGATIONS = ["arithmetic", "geometric", "harmonic", "generalised", "copeland"]
POWER = 0.5

sign = table["direction"].to_numpy(float)
low, high = table["low"].to_numpy(float), table["high"].to_numpy(float)
is_log, is_rate = (table["scale"] == "log").to_numpy(), (table["rate"] == 1).to_numpy()
target = table["target"].to_numpy(float)
has_target = ~np.isnan(target)


def progress(latest_spread):
    """(units, indicators, 7): the number that each method compares with its thresholds; NaN where it has none."""
    there = ~np.isnan(values)
    any_there = there.any(axis=2)

    def pick(index):
        return np.take_along_axis(values, index[:, :, None], axis=2)[:, :, 0], YEARS[index]

    def first(mask):
        return np.argmax(mask, axis=2), mask.any(axis=2)

    last = years - 1 - np.argmax(there[:, :, ::-1], axis=2)
    y, t = pick(last)
    base_index, has_base = first(there & (YEARS >= BASE))
    y0, t0 = pick(base_index)
    usable = any_there & has_base & (t0 < t)
    reached = np.where(sign > 0, y >= target, y <= target) & has_target
    result = np.full((units, indicators, 7), np.nan)

    def ratio(y0, t0):
        actual = sign * ((y / y0) ** (1 / (t - t0)) - 1)
        required = (target / y0) ** (1 / (TARGET - t0)) - 1
        return np.where(has_target, actual / np.abs(required), actual)

    # statcan
    result[:, :, 0] = np.where(usable, ratio(y0, t0), np.nan)
    # escap: weighted least squares, later years weigh more
    weight = np.where(there, (YEARS - 2000 + 1) / (t - 2000 + 1)[:, :, None], 0)
    filled = np.where(there, values, 0)
    total = weight.sum(axis=2)
    mean_t, mean_y = (weight * YEARS).sum(axis=2) / total, (weight * filled).sum(axis=2) / total
    off = YEARS - mean_t[:, :, None]
    slope = (weight * off * (filled - mean_y[:, :, None])).sum(axis=2) / (weight * off * off).sum(axis=2)
    predicted = mean_y + slope * (TARGET - mean_t)
    met_then = np.where(sign > 0, predicted >= target, predicted <= target)
    missing = np.where(met_then, 0, 100 * np.abs(target - predicted) / np.abs(target - y0))
    result[:, :, 1] = np.where(usable & has_target, missing, np.nan)
    # eurostat: the first year of the short window
    window = there & (YEARS >= (t - 5)[:, :, None]) & (YEARS <= (t - 3)[:, :, None])
    start, has_start = first(window)
    result[:, :, 2] = np.where(any_there & has_start, ratio(*pick(start)), np.nan)
    # unsd: share of the way done in the target year
    growth = (y / y0) ** (1 / (t - t0)) - 1
    expected = y * (1 + growth) ** (TARGET - t)
    share = np.where(has_target, sign * (expected - y0) / np.abs(target - y0), sign * growth)
    result[:, :, 3] = np.where(usable, share, np.nan)
    # sdsn: actual over needed yearly change
    arrow = (sign * (y - y0) / (t - t0)) / (np.abs(target - y0) / (TARGET - t0))
    result[:, :, 4] = np.where(usable & has_target & ~reached, arrow, np.nan)
    # dns: the mean of the last five changes carried on
    recent = there & (YEARS >= (t - 5)[:, :, None])
    start, _ = first(recent)
    yb, tb = pick(start)
    change = (y - yb) / (t - tb)
    missed = np.maximum(0, (target - (y + change * (TARGET - t))) * sign / np.abs(target - y))
    weather = np.where(has_target, np.where(reached, 0, missed), sign * change)
    result[:, :, 5] = np.where(any_there & (recent.sum(axis=2) >= 4), weather, np.nan)
    # oecd: distance in standard deviations
    distance = np.where(reached, 0, np.abs(target - y) / latest_spread)
    result[:, :, 6] = np.where(any_there & has_target, distance, np.nan)
    return result


def current():
    """The latest value of each series that is at most five years old: (indicators, units)."""
    frame = pd.DataFrame(values.reshape(-1, years)).iloc[:, -6:]
    return frame.ffill(axis=1).iloc[:, -1].to_numpy().reshape(units, indicators).T


def normalised(name, column, positive):
    """(indicators, units) on 0 to 100, or 1 to 100 for aggregations that want scores above 0."""
    lower, upper = (1.0 if positive else 0.0), 100.0
    lows, highs = low[:, None], high[:, None]
    if name in ("goalposts", "scaled"):
        logs = is_log[:, None]
        x = np.where(logs, np.log(np.where(logs, column, 1)), column)
        a = np.where(logs, np.log(np.where(logs, lows, 1)), lows)
        b = np.where(logs, np.log(highs), highs)
        share = (x - a) / (b - a)
        share = np.where(sign[:, None] < 0, 1 - share, share)
        return lower + (np.clip(share, 0, 1) if name == "goalposts" else share) * (upper - lower)
    x = column * sign[:, None]
    least, most = np.nanmin(x, axis=1, keepdims=True), np.nanmax(x, axis=1, keepdims=True)
    if name == "minmax":
        return (x - least) / (most - least) * (upper - lower) + lower
    if name == "zscore":
        mean, spread = np.nanmean(x, axis=1, keepdims=True), np.nanstd(x, axis=1, ddof=1, keepdims=True)
        return (x - mean) / spread * 10 + 50
    if name in ("rank", "percentile_rank", "borda"):
        rank = pd.DataFrame(x).rank(axis=1, method="min").to_numpy()
        count = (~np.isnan(x)).sum(axis=1, keepdims=True)
        share = rank / count if name == "rank" else (rank - 1) / (count - 1)
    elif name == "distance_to_maximum":
        share = 1 - (most - x) / (most - least)
    elif name == "distance_to_reference":
        reference = x[:, :1]
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.where(reference > least, np.minimum(1, 1 - (reference - x) / (reference - least)), np.nan)
    else:
        best = np.where(sign > 0, high, low) * sign
        share = np.where(best[:, None] > least, np.minimum(1, (x - least) / (best[:, None] - least)), np.nan)
    return lower + share * (upper - lower)


def copeland(tree, scores):
    """Node by node from below; a unit's score is put on the scale of scores."""

    def node(parts):
        won, total = np.zeros((units, units)), np.zeros((units, units))
        for part in parts:
            present = ~np.isnan(part)
            both = present[:, None] & present[None, :]
            filled = np.where(present, part, 0)
            won += both * ((filled[:, None] > filled[None, :]) + 0.5 * (filled[:, None] == filled[None, :]))
            total += both
        with np.errstate(invalid="ignore", divide="ignore"):
            share = won / total
        count = (share > 0.5 + 1e-12).sum(axis=1) - (share < 0.5 - 1e-12).sum(axis=1)
        there = ~np.isnan(np.array(parts)).all(axis=0)
        return np.where(there, 100 * (count / (there.sum() - 1) + 1) / 2, np.nan)

    return node([node([node(list(scores[p])) for p in points]) for points in tree.areas])


def coverage(tree, there):
    """Whole first, then the areas: weights are equal at every level."""
    areas = [np.mean([there[p].mean(axis=0) for p in points], axis=0) for points in tree.areas]
    return [np.mean(areas, axis=0)] + areas


with measured() as counts, np.errstate(invalid="ignore", divide="ignore"):
    column = current()
    verdicts = progress(np.nanstd(column, axis=1, ddof=1))
    points = table.groupby(["area", "point"]).indices
    tree = robustness.Tree(
        [[list(points[key]) for key in points if key[0] == area] for area in sorted(table["area"].unique())])
    plain = {name: normalised(name, column, False) for name in NORMALISATIONS}
    raised = {name: normalised(name, column, True) for name in NORMALISATIONS if name not in UNBOUNDED}
    ones = np.ones((1, tree.weights))
    combinations = []
    for name in NORMALISATIONS:
        covered = coverage(tree, ~np.isnan(plain[name]))[0] >= 2 / 3 - 1e-9
        for aggregation in AGGREGATIONS:
            positive = aggregation not in ("arithmetic", "copeland")
            if name in UNBOUNDED and positive:
                continue
            scores = (raised if positive else plain)[name]
            if aggregation == "copeland":
                whole = copeland(tree, scores)
            else:
                turn, back = robustness.TURN[aggregation]
                whole = back(tree.score(turn(scores, POWER), ones)[0][0], POWER)
            combinations.append(np.where(covered, whole, np.nan))
    targets = [(place, np.flatnonzero(cover >= 2 / 3 - 1e-9))
               for place, cover in enumerate(coverage(tree, ~np.isnan(plain["goalposts"])))]
    alternatives = [[(plain[n], "arithmetic", 1)] + ([(raised[n], "geometric", 1)] if n not in UNBOUNDED else [])
                    for n in ("goalposts", "minmax", "zscore")]
    ranked = robustness.ranks(tree, alternatives, targets, 2026, draws, 0.25)
    standings = []
    for (place, members), ranks in zip(targets, ranked):
        intervals = robustness.interval(ranks, 0.05, 0.95)
        standings.append((members, np.column_stack([intervals, robustness.groups(intervals)])))
    nominal = tree.score(plain["goalposts"], ones)[0][0]
    changes = np.full((indicators, units), np.nan)
    for i in range(indicators):
        left = plain["goalposts"].copy()
        left[i] = np.nan
        changes[i] = tree.score(left, ones)[0][0] - nominal
    changes = np.where(np.isin(np.arange(units), targets[0][1]), changes, np.nan)
    counts.update(cases=int((~np.isnan(verdicts)).sum()), scores=int((~np.isnan(np.array(combinations))).sum()), draws=draws)

verdicts.tofile(out / "progress.f64")
np.array(combinations).tofile(out / "scores.f64")
changes.T.copy().tofile(out / "influence.f64")
places = np.full((len(targets), units, 4), np.nan)
for place, (members, rows) in enumerate(standings):
    places[place, members] = rows
places.tofile(out / "places.f64")
