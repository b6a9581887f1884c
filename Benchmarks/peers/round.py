"""One round of a workspace: `python round.py WORKSPACE PROGRAMME/ROUND --out FOLDER`."""

import argparse
import multiprocessing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from gnlc_peer import measuring, reading
from gnlc_peer.catalogue import RANK, Catalogue, load
from gnlc_peer.csv_files import CSVFiles
from gnlc_peer.lookup import Lookup
from gnlc_peer.reading import Breakdowns, Finding
from gnlc_peer.rules import Rules
from gnlc_peer.workbook import EvaluationWorkbook


@dataclass
class Results:
    catalogue: Catalogue
    cities: pd.DataFrame
    paths: list[str]
    sheets: dict[int, str]
    observations: pd.DataFrame
    breakdowns: Breakdowns
    values: pd.DataFrame
    previous: measuring.Assessment
    current: measuring.Assessment
    changes: pd.DataFrame
    progress: pd.DataFrame
    findings: list[Finding]
    reporting: list[int]
    year: int
    framework: int
    sdg: int
    run: str = "python"
    languages: list[str] = field(default_factory=list)


def compute(workspace: Path, programme: str, round_id: str, processes: int) -> Results:
    folder = workspace / "Inputs" / programme
    description, round_file = load(folder / "programme.yaml"), load(folder / round_id / "round.yaml")
    catalogue = Catalogue([workspace / "Indicators", folder / "catalogue"])
    cities = pd.read_csv(folder / "cities.csv", dtype=str, keep_default_na=False)
    cities = cities.sort_values("id", key=lambda ids: ids.map(str.encode), ignore_index=True)
    submissions = folder / round_id / "submissions"
    files = sorted(path for path in submissions.iterdir() if path.suffix in (".xlsx", ".csv"))
    paths = [str(path.relative_to(workspace)) for path in files]

    frame, sheets = reading.read_all(files, processes)
    observations, breakdowns, findings = reading.observations(frame, sheets, paths, catalogue, cities)
    del frame
    lookup = Lookup(observations, breakdowns, len(catalogue.variables))
    rules = Rules(catalogue, lookup, observations, breakdowns, cities, paths, sheets)
    rules.run()
    findings += rules.findings
    held = np.array(sorted(rules.held), dtype=int)
    observations.iloc[held, observations.columns.get_loc("value")] = np.nan
    observations.iloc[held, observations.columns.get_loc("status")] = RANK["O"]
    lookup.value[held], lookup.status[held] = np.nan, RANK["O"]

    values = measuring.Measurer(catalogue, lookup, breakdowns).values()
    year = int(round_file["reference_period"])
    before = int(round_file.get("comparison_period", year - 1))
    sdg = next(index for index, framework in enumerate(catalogue.frameworks) if framework.id == "sdg4")
    reporting = sorted(set(observations.loc[observations["value"].notna(), "city"]))
    findings += [
        Finding("R002", city=cities["id"][city], details={"city": cities["id"][city]})
        for city in sorted(set(range(len(cities))) - set(reporting))]
    severities = ["error", "warning", "info"]
    findings.sort(key=lambda f: (
        severities.index(catalogue.severity(f.code)), f.file, f.sheet, f.row, f.column, f.code, f.city, f.variable))
    return Results(
        catalogue, cities, paths, sheets, observations, breakdowns, values,
        measuring.Assessment(catalogue, values, len(cities), before),
        measuring.Assessment(catalogue, values, len(cities), year), measuring.changes(values, catalogue),
        measuring.progress(values, catalogue, catalogue.frameworks[sdg], len(cities), year), findings, reporting, year,
        next(i for i, f in enumerate(catalogue.frameworks) if f.id == round_file.get("framework", "key-features")), sdg,
        languages=description["languages"])


def publish(results: Results, out: Path, processes: int) -> None:
    """One file after the other, or each workbook and the CSV files in a process of its own, which shares memory by forking."""
    out.mkdir(parents=True, exist_ok=True)
    jobs = [(EvaluationWorkbook(results, language).write, out / f"evaluation-{language}.xlsx") for language in results.languages]
    jobs.append((CSVFiles(results).write, out))
    if processes == 1:
        for write, path in jobs:
            write(path)
        return
    context = multiprocessing.get_context("fork")
    children = [context.Process(target=write, args=(path,)) for write, path in jobs]
    for child in children:
        child.start()
    for child in children:
        child.join()
    if any(child.exitcode for child in children):
        raise SystemExit("a report could not be written")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("round", help="programme/round")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=1, help="how many read and write at a time")
    arguments = parser.parse_args()
    results = compute(arguments.workspace, *arguments.round.split("/"), arguments.processes)
    publish(results, arguments.out, arguments.processes)


if __name__ == "__main__":
    main()
