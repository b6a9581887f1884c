"""Finding observations by variable, city, breakdown and year without a join: sorted integer keys and binary search."""

import numpy as np
import pandas as pd

from .reading import Breakdowns


class Lookup:
    def __init__(self, observations: pd.DataFrame, breakdowns: Breakdowns, variables: int):
        self.city = observations["city"].to_numpy(np.int64)
        self.breakdown = observations["breakdown"].to_numpy(np.int64)
        self.year = observations["year"].to_numpy(np.int64)
        self.value = observations["value"].to_numpy().copy()
        self.status = observations["status"].to_numpy().copy()
        variable = observations["variable"].to_numpy()
        self.width = len(breakdowns.all)
        # Observations are sorted by city first, so each variable's positions come out in the order of their keys.
        order = np.argsort(variable, kind="stable")
        bounds = np.searchsorted(variable[order], np.arange(variables + 1))
        self.rows = [order[start:end] for start, end in zip(bounds, bounds[1:])]
        self.keys = [self.key(self.city[rows], self.breakdown[rows], self.year[rows]) for rows in self.rows]

    def key(self, city, breakdown, year):
        return (city * self.width + breakdown) * 4096 + year

    def find(self, variable: int, keys: np.ndarray) -> np.ndarray:
        """Positions in the observations, −1 where there is none."""
        known, rows = self.keys[variable], self.rows[variable]
        if not len(known):
            return np.full(len(keys), -1)
        places = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        return np.where(known[places] == keys, rows[places], -1)

    def sums(self, variables: list[int], keys: np.ndarray):
        """Sum and weightiest status of variables; NaN where one has no value, `found` where all were observed."""
        total = np.zeros(len(keys))
        found = np.ones(len(keys), dtype=bool)
        status = np.full(len(keys), 99)
        absent = np.full(len(keys), 99)
        for variable in variables:
            places = self.find(variable, keys)
            found &= places >= 0
            value, letter = self.value[places], self.status[places]
            missing = np.isnan(value)
            total = total + value
            status = np.where(missing, status, np.minimum(status, letter))
            absent = np.where(missing, np.minimum(absent, letter), absent)
        return total, np.where(np.isnan(total), absent, status), found
