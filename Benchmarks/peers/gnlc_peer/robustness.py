"""Places of units by scores drawn again and again: numpy's own arrays, all draws of an alternative at once."""

import numpy as np

GAMMA = np.uint64(0x9E3779B97F4A7C15)


def mixed(value):
    z = np.asarray(value, dtype=np.uint64)
    with np.errstate(over="ignore"):
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def shares(seed, draws, count):
    """SplitMix64, one stream a draw: `count` numbers from 0 to 1 for each."""
    with np.errstate(over="ignore"):
        state = mixed(mixed(np.uint64(seed)) ^ (np.arange(draws, dtype=np.uint64) * GAMMA))
        steps = np.arange(1, count + 1, dtype=np.uint64) * GAMMA
        numbers = mixed(state[:, None] + steps[None, :])
    return (numbers >> np.uint64(11)).astype(np.float64) / 2.0**53


class Tree:
    """Areas of points of indicators; weights in the order area, point, its indicators, next point …"""

    def __init__(self, areas):
        # areas: list of lists of lists of indicator positions
        self.areas = areas
        self.weights = 0
        self.area_weight, self.point_weight, self.leaf_weight = [], [], {}
        for points in areas:
            self.area_weight.append(self._next())
            self.point_weight.append([])
            for indicators in points:
                self.point_weight[-1].append(self._next())
                for indicator in indicators:
                    self.leaf_weight[indicator] = self._next()

    def _next(self):
        self.weights += 1
        return self.weights - 1

    @staticmethod
    def _mean(parts, weights):
        """Weighted means of what is there. parts: (draws or 1, units) each; weights: (draws, parts)."""
        total = np.zeros((weights.shape[0], parts[0].shape[-1]))
        there = np.zeros_like(total)
        for position, part in enumerate(parts):
            present = ~np.isnan(part)
            weight = weights[:, position : position + 1]
            total += weight * np.where(present, part, 0.0)
            there += weight * present
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(there > 0, total / there, np.nan)

    def score(self, values, weights):
        """values: (indicators, units) already turned; weights: (draws, self.weights). Whole first, then the areas."""
        means = []
        for area, points in enumerate(self.areas):
            parts = []
            for indicators in points:
                columns = [self.leaf_weight[i] for i in indicators]
                matrix = values[indicators]
                present = ~np.isnan(matrix)
                total = weights[:, columns] @ np.where(present, matrix, 0.0)
                there = weights[:, columns] @ present.astype(float)
                with np.errstate(invalid="ignore", divide="ignore"):
                    parts.append(np.where(there > 0, total / there, np.nan))
            means.append(self._mean(parts, weights[:, self.point_weight[area]]))
        return [self._mean(means, weights[:, self.area_weight])] + means


TURN = {
    "arithmetic": (lambda x, p: x, lambda x, p: x),
    "geometric": (lambda x, p: np.log(x), lambda x, p: np.exp(x)),
    "harmonic": (lambda x, p: 1 / x, lambda x, p: 1 / x),
    "generalised": (lambda x, p: x**p, lambda x, p: x ** (1 / p)),
}


def places(scores):
    """Competition ranks by row, the highest 1, equal at nine decimals; 0 where there is no score."""
    key = np.round(scores * 1e9)
    order = np.argsort(-key, axis=1, kind="stable")  # NaN last
    ordered = np.take_along_axis(key, order, axis=1)
    new = np.ones_like(order, dtype=bool)
    new[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    position = np.where(new, np.arange(1, scores.shape[1] + 1), 0)
    result = np.empty_like(order)
    np.put_along_axis(result, order, np.maximum.accumulate(position, axis=1), axis=1)
    return np.where(np.isnan(scores), 0, result)


def ranks(tree, alternatives, targets, seed, draws, spread):
    """alternatives: by normalisation a list of (values, aggregation, power); targets: (0 = whole, 1.. = areas; units)."""
    numbers = shares(seed, draws, 2 + tree.weights)
    first = (numbers[:, 0] * len(alternatives)).astype(int)
    weights = 1 + spread * (2 * numbers[:, 2:] - 1)
    results = [np.zeros((draws, len(units)), dtype=int) for _, units in targets]
    for position, candidates in enumerate(alternatives):
        second = (numbers[:, 1] * len(candidates)).astype(int)
        for choice, (values, aggregation, power) in enumerate(candidates):
            taken = np.flatnonzero((first == position) & (second == choice))
            if not len(taken):
                continue
            turn, back = TURN[aggregation]
            scores = tree.score(turn(values, power), weights[taken])
            for result, (target, units) in zip(results, targets):
                result[taken] = places(back(scores[target], power)[:, units])
    return results


def interval(ranks, lower, upper):
    """Quantiles of type 1 of each column: places that some draw gave."""
    ordered = np.sort(ranks, axis=0)
    count = len(ordered)
    pick = lambda share: ordered[max(0, int(np.ceil(share * count - 1e-9)) - 1)]
    return np.stack([pick(lower), pick(0.5), pick(upper)], axis=1)


def groups(intervals):
    order = sorted(range(len(intervals)), key=lambda i: (intervals[i][2], intervals[i][0], i))
    ends = []
    for i in order:
        if not ends or intervals[i][0] > ends[-1]:
            ends.append(int(intervals[i][2]))
    found = []
    for low, median, high in intervals:
        inside = [(abs(end - median), g) for g, end in enumerate(ends, 1) if low <= end <= high]
        found.append(min(inside)[1])
    return np.array(found)
