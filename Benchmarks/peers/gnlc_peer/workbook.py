"""The evaluation workbook: the data tables and the heat map, with XlsxWriter in its normal mode.

Simpler than gnlc's: no charts, no cover, no summary, no conditional formats, one format a kind of cell.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import xlsxwriter

from . import rounding
from .csv_files import CSVFiles, LETTERS

# As gnlc does: with more reporting cities than this the long tables hold what the pages show, the CSV files the rest.
MOST_CITIES_IN_FULL = 100
MOST_CHANGES_SHOWN = 19
MOST_FINDINGS = 5000
MISSING = "[x]"
NOT_APPLICABLE = "[z]"


class EvaluationWorkbook:
    def __init__(self, results, language: str):
        self.results, self.language = results, language
        self.files = CSVFiles(results)
        catalogue = results.catalogue
        self.names = {
            "name_en": np.array([i.name_en for i in catalogue.indicators], dtype=object),
            "name_th": np.array([i.name_th for i in catalogue.indicators], dtype=object),
        }
        self.reporting = np.array(results.reporting)
        self.is_excerpt = len(self.reporting) > MOST_CITIES_IN_FULL

    def write(self, path: Path) -> None:
        book = xlsxwriter.Workbook(str(path))
        self.text_format = book.add_format({"font_name": "Arial", "font_size": 10, "bottom": 4})
        self.number_format = book.add_format({"font_name": "Arial", "font_size": 10, "bottom": 4, "align": "right"})
        self.heat_map(book)
        for name, table, frame in [
            ("Table_1", "tbl_scores", self.scores()), ("Table_4", "tbl_status", self.statuses()),
            ("Table_5", "tbl_changes", self.changes()), ("Table_6", "tbl_findings", self.findings()),
            ("Table_7", "tbl_values", self.values()), ("Table_8", "tbl_cities", self.cities()),
        ]:
            self.table(book, name, table, frame)
        book.close()

    def table(self, book, name: str, table: str, frame: pd.DataFrame) -> None:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(7, 0)
        sheet.write_string(0, 0, name, self.text_format)
        rows = max(1, len(frame))
        sheet.add_table(6, 0, 6 + rows, len(frame.columns) - 1, {
            "name": table, "autofilter": False, "style": None, "columns": [{"header": header} for header in frame.columns]})
        for column, header in enumerate(frame.columns):
            sheet.set_column(column, column, 14)
            values = frame[header]
            if values.dtype == object or isinstance(values.dtype, pd.StringDtype):
                write, form = sheet.write_string, self.text_format
                for row, value in enumerate(values.tolist(), start=7):
                    write(row, column, value or NOT_APPLICABLE, form)
            else:
                number, text, form = sheet.write_number, sheet.write_string, self.number_format
                for row, value in enumerate(values.tolist(), start=7):
                    if value == value:
                        number(row, column, value, form)
                    else:
                        text(row, column, MISSING, form)

    def city(self, numbers) -> dict:
        return {name.lower().replace("city_name", "city").replace("city", "city_id", 1) if name == "CITY" else
                name.lower().replace("city_name", "city"): values for name, values in self.files.city(numbers).items()}

    # Tables

    def scores(self) -> pd.DataFrame:
        results = self.results
        number = results.framework
        framework = results.catalogue.frameworks[number]
        nodes = [("overall", "all", "Overall", "ภาพรวม", 1, 0)] + [
            (framework.levels[node.depth], node.code, node.name_en, node.name_th, 0, index)
            for index, node in enumerate(framework.nodes)]
        cities = np.repeat(self.reporting, len(nodes))
        picked = [(assessment.nodes[number][0], assessment.nodes[number][1]) for assessment in (results.previous, results.current)]

        def column(which: int, name: str) -> np.ndarray:
            inner, overall = (getattr(part, name)[self.reporting] for part in picked[which])
            return np.hstack([overall, inner]).ravel()

        def repeated(position: int) -> np.ndarray:
            return np.tile(np.array([node[position] for node in nodes], dtype=object), len(self.reporting))

        before, now = column(0, "score"), column(1, "score")
        return pd.DataFrame({
            **self.city(cities), "level": repeated(0), "code": repeated(1), "name_en": repeated(2), "name_th": repeated(3),
            "status": np.where(np.isnan(now), "too_few_measures", "scored").astype(object), "third": "",
            "score_previous": rounding.rounded(before, 1), "score_current": rounding.rounded(now, 1),
            "change": rounding.rounded(now - before, 1), "reported": column(1, "reported"),
            "expected": column(1, "expected"), "coverage_pct": rounding.rounded(100 * column(1, "coverage"), 0),
        })

    def statuses(self) -> pd.DataFrame:
        results, frame = self.results, self.results.progress
        frame = frame[frame["city"].isin(self.reporting)]
        framework = results.catalogue.frameworks[results.sdg]
        indicator = frame["indicator"].to_numpy()
        decimals = self.files.decimals[indicator]
        none = frame["target"].isna()
        rows = pd.DataFrame({
            **self.city(frame["city"].to_numpy()), "level": "indicator",
            "code": np.array([node.code for node in framework.nodes], dtype=object)[frame["node"].to_numpy()],
            "indicator_id": self.files.ids[indicator], "name_en": self.names["name_en"][indicator],
            "name_th": self.names["name_th"][indicator], "status": frame["verdict"].to_numpy(),
            "reason": frame["reason"].to_numpy(),
            "direction": np.array(["decrease", "none", "increase"], dtype=object)[frame["sign"].to_numpy() + 1],
            "target": rounding.by_unit(frame["target"].to_numpy(), decimals),
            "target_year": np.where(none, np.nan, frame["target_year"]), "base_year": frame["base_year"].to_numpy(),
            "base_value": rounding.by_unit(frame["base"].to_numpy(), decimals),
            "latest_year": frame["latest_year"].to_numpy(),
            "latest_value": rounding.by_unit(frame["latest"].to_numpy(), decimals),
            "ratio": rounding.rounded(frame["ratio"], 3), "score": rounding.rounded(frame["score"], 2),
        })
        targets = self.targets(frame, framework)
        return pd.concat([rows.head(0) if self.is_excerpt else rows, targets], ignore_index=True)

    def targets(self, frame: pd.DataFrame, framework) -> pd.DataFrame:
        """One status a city and target: from the mean of the scores under it."""
        root = np.zeros(len(framework.nodes), dtype=int)
        for index, node in enumerate(framework.nodes):
            root[index] = index if node.parent < 0 else root[node.parent]
        frame = frame.assign(root=root[frame["node"].to_numpy()], met=frame["verdict"].isin(["met", ""]))
        frame = frame[[framework.nodes[index].scope != "benchmark" for index in frame["root"]]]
        groups = frame.groupby(["city", "root"]).agg(score=("score", "mean"), met=("met", "all")).reset_index()
        score = groups["score"].to_numpy()
        status = np.select(
            [np.isnan(score), groups["met"], score >= 2.5, score >= 0, score >= -2.5],
            ["no_data", "met", "on_track", "watch", "off_track"], "worsening").astype(object)
        nodes = [framework.nodes[index] for index in groups["root"]]
        return pd.DataFrame({
            **self.city(groups["city"].to_numpy()), "level": "target", "code": [node.code for node in nodes],
            "indicator_id": "", "name_en": [node.name_en for node in nodes], "name_th": [node.name_th for node in nodes],
            "status": status, "reason": "", "direction": "", "score": rounding.rounded(score, 2)})

    def changes(self) -> pd.DataFrame:
        results, frame = self.results, self.results.changes
        frame = frame[(frame["year"] == results.year) & (frame["breakdown"] == 0) & frame["city"].isin(self.reporting)]
        if self.is_excerpt:
            largest = frame["effect"].abs().nlargest(MOST_CHANGES_SHOWN).index
            frame = frame.loc[sorted(largest)]
        indicator = frame["indicator"].to_numpy()
        decimals = self.files.decimals[indicator]
        units = frame["measure"].to_numpy() == "units"
        printed = np.where(units, np.maximum(1, decimals), 1)
        previous_year = frame["previous_year"].to_numpy()
        return pd.DataFrame({
            **self.city(frame["city"].to_numpy()), "indicator_id": self.files.ids[indicator],
            "code": np.array([i.code for i in results.catalogue.indicators], dtype=object)[indicator],
            "name_en": self.names["name_en"][indicator], "name_th": self.names["name_th"][indicator],
            "unit": self.files.units[indicator], "change_in": frame["measure"].to_numpy(),
            "outcome": np.where(frame["reason"] == "", frame["verdict"], frame["reason"]),
            "status": LETTERS[frame["status"].to_numpy()],
            "previous_period": np.where(previous_year > 0, previous_year.astype(str), "").astype(object),
            "period": frame["year"].astype(str).to_numpy(object),
            "previous_value": rounding.by_unit(frame["previous"].to_numpy(), decimals),
            "value": rounding.by_unit(frame["value"].to_numpy(), decimals),
            "change": rounding.by_unit(frame["headline"].to_numpy(), printed),
            "absolute": rounding.by_unit(frame["absolute"].to_numpy(), np.maximum(1, decimals)),
            "relative_pct": rounding.rounded(frame["relative"], 1),
            "yearly_absolute": rounding.by_unit(frame["annual_absolute"].to_numpy(), np.maximum(1, decimals) + 1),
            "yearly_pct": rounding.rounded(frame["annual_relative"], 2),
            "gap_years": np.where(previous_year > 0, frame["gap"], np.nan),
            "score_effect": rounding.rounded(frame["effect"], 1),
        })

    def findings(self) -> pd.DataFrame:
        frame = self.files.findings(MOST_FINDINGS).drop(columns=["NUMBER", "RULES_VERSION", "RUN_ID"])
        return frame.rename(columns=str.lower).astype(object)

    def values(self) -> pd.DataFrame:
        results, values = self.results, self.results.values
        entry = results.current.entry[self.reporting]
        rows = entry[entry >= 0]
        score = results.current.score[self.reporting][entry >= 0]
        frame = values.iloc[rows]
        # Where nothing stands for the year, the reason of the year.
        absent = values[(values["year"] == results.year) & values["value"].isna() & (values["breakdown"] == 0)]
        absent = absent[(results.current.entry[absent["city"], absent["indicator"]] < 0) & absent["city"].isin(self.reporting)]
        # A distribution has no total: each of its parts is a row.
        parts = frame[frame["breakdown"] != 0][["city", "indicator", "year"]].merge(
            values[values["breakdown"] != 0], on=["city", "indicator", "year"])
        total = frame["breakdown"].to_numpy() == 0
        frame = pd.concat([frame[total].assign(score=score[total]), parts, absent]).sort_values(
            ["city", "indicator", "breakdown"], ignore_index=True)
        if self.is_excerpt:
            frame = frame.head(MOST_CHANGES_SHOWN)
        indicator = frame["indicator"].to_numpy()
        catalogue = results.catalogue
        pick = lambda values: np.array(values, dtype=object)[indicator]  # noqa: E731
        breakdowns = np.array(
            [";".join(f"{k}={v}" for k, v in b) or "_T" for b in results.breakdowns.all], dtype=object)
        age = results.year - frame["year"].to_numpy()
        strength = (
            (pick([i.evidence for i in catalogue.indicators]) != "expert_review").astype(int) + (age <= 2)
            + ~np.isin(LETTERS[frame["status"].to_numpy()], list("EIFB")) + (frame["base"].to_numpy() >= 30))
        missing = frame["value"].isna().to_numpy()
        return pd.DataFrame({
            **self.city(frame["city"].to_numpy()), "role": "member", "indicator_id": self.files.ids[indicator],
            "code": pick([i.code for i in catalogue.indicators]), "name_en": self.names["name_en"][indicator],
            "name_th": self.names["name_th"][indicator], "breakdown": breakdowns[frame["breakdown"].to_numpy()],
            "unit": self.files.units[indicator], "status": LETTERS[frame["status"].to_numpy()],
            "form": np.where(frame["reported"], "reported", "computed").astype(object), "geographic_level": "city",
            "evidence": pick([i.evidence for i in catalogue.indicators]),
            "period": frame["year"].astype(str).to_numpy(object),
            "value": rounding.by_unit(frame["value"].to_numpy(), self.files.decimals[indicator]),
            "base": rounding.rounded(frame["base"], 0), "age_years": np.where(missing, np.nan, age),
            "evidence_strength": np.where(missing, np.nan, strength), "score": rounding.rounded(frame["score"], 1),
        })

    def cities(self) -> pd.DataFrame:
        results = self.results
        number = results.framework
        overall = results.current.nodes[number][1]
        cities = np.arange(len(results.cities))
        files = {city: path for city, path in zip(results.observations["city"], results.observations["file"])}
        severity = pd.DataFrame(
            [(f.city, results.catalogue.severity(f.code)) for f in results.findings], columns=["city", "severity"])
        counts = severity.value_counts()
        count = lambda level: [int(counts.get((city, level), 0)) for city in results.cities["id"]]  # noqa: E731
        reported, expected = overall.reported[:, 0], overall.expected[:, 0]
        return pd.DataFrame({
            **self.city(cities), "outcome": np.where(np.isin(cities, self.reporting), "published", "not_received").astype(object),
            "file": [results.paths[files[city]] if city in files else "" for city in cities], "received": "",
            "days_late": np.nan, "reported": reported, "expected": expected, "estimated": 0, "not_applicable": 0,
            "missing": expected - reported, "reported_pct": rounding.rounded(100 * reported / np.maximum(1, expected), 0),
            "errors": count("error"), "warnings": count("warning"), "infos": count("info"),
        })

    # Heat map

    def heat_map(self, book) -> None:
        results = self.results
        number = results.framework
        framework = results.catalogue.frameworks[number]
        nodes, overall = results.current.nodes[number]
        columns = [index for index, node in enumerate(framework.nodes) if node.depth == 1]
        colours = ["#D9E2EC", "#B8CADB", "#8FB0CC", "#5E90B8", "#2F6F9F"]
        formats = [book.add_format({"font_name": "Arial", "font_size": 12, "bg_color": c, "align": "center",
                                    "num_format": "0.0"}) for c in colours]
        plain = book.add_format({"font_name": "Arial", "font_size": 10, "align": "center"})
        name = book.add_format({"font_name": "Arial", "font_size": 10, "bold": True})
        sheet = book.add_worksheet("Heat map")
        sheet.set_column(1, 1, 25)
        sheet.freeze_panes(11, 4)
        label = "name_en" if self.language == "en" else "name_th"
        for column, index in enumerate(columns, start=4):
            sheet.write_string(8, column, framework.nodes[index].code, name)
            sheet.write_string(9, column, getattr(framework.nodes[index], label), name)
        names, others = results.cities[label].tolist(), results.cities["name_th" if label == "name_en" else "name_en"].tolist()
        order = sorted(self.reporting, key=lambda city: -np.nan_to_num(overall.score[city, 0], nan=-1))
        row = 11
        for city in order:
            sheet.write_string(row, 1, names[city], name)
            sheet.write_string(row + 1, 1, others[city], plain)
            scores = [overall.score[city, 0], *nodes.score[city, columns]]
            reported = [overall.reported[city, 0], *nodes.reported[city, columns]]
            expected = [overall.expected[city, 0], *nodes.expected[city, columns]]
            for column, (score, have, want) in zip([2, *range(4, 4 + len(columns))], zip(scores, reported, expected)):
                if np.isnan(score):
                    sheet.write_string(row, column, "–", plain)
                else:
                    sheet.write_number(row, column, float(rounding.rounded([score], 1)[0]), formats[min(4, max(0, int(score // 10) - 3))])
                sheet.write_string(row + 1, column, f"{have}/{want}", plain)
            row += 2
