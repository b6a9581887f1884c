"""Runs gnlc and its peers alternately and prints one Markdown table. Called by run.sh, which prepares everything."""

import argparse
import datetime
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
THRESHOLDS = HERE / "thresholds.json"
# What round.py writes, too.
PEER_REPORTS = "evaluation,observations,indicators,scores,changes,findings"


@dataclass
class Side:
    """One of the programs compared: its name and what it is called with."""

    name: str
    command: list[str]
    seconds: list[float] = field(default_factory=list)
    # Of all cores, start-up included: what other programs do does not stretch it much.
    cpu: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    # Exit codes that mean that the work was done.
    accepted: tuple[int, ...] = (0,)

    def run(self, whole_process: bool) -> None:
        with tempfile.TemporaryFile() as output:
            start = time.perf_counter()
            process = subprocess.Popen(self.command, stdout=output, stderr=subprocess.PIPE, cwd=PEERS)
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in self.accepted:
                sys.exit(f"{self.name} failed ({process.returncode}): {' '.join(self.command)}\n{errors.decode()}")
            output.seek(0)
            lines = output.read().decode().splitlines()
        if not whole_process:
            seconds = json.loads(lines[-1])["seconds"]
        self.seconds.append(seconds)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.megabytes.append(usage.ru_maxrss / 1024)

    @property
    def time(self) -> float:
        return statistics.median(self.seconds)

    @property
    def memory(self) -> float:
        return max(self.megabytes)


@dataclass
class Target:
    """What is to be reached: ours at most `most` times the peer's seconds."""

    text: str
    most: float | None = None


class Bench:
    def __init__(self, arguments):
        self.repeats = arguments.repeats
        self.data = arguments.data
        self.gnlc, self.tool = str(arguments.gnlc), str(arguments.tool)
        self.only = arguments.only
        self.rows: list[list[str]] = []
        # By task and peer: how many times our seconds the peer needs.
        self.ratios: dict[str, float] = {}
        # By what was published, and the number of cities.
        self.rounds: dict[str, dict[int, Side]] = {}

    def wants(self, name: str) -> bool:
        return not self.only or name in self.only

    def python(self, script: str, *arguments) -> list[str]:
        return [sys.executable, str(PEERS / script), *map(str, arguments)]

    def pairs(self, sides: list[Side], repeats: int, whole_process: bool = False, before=None) -> None:
        """A B A B: what else the machine does falls on all of them alike."""
        for _ in range(repeats):
            for side in sides:
                if before:
                    before(side)
                side.run(whole_process)

    def report(self, task: str, ours: Side, peer: Side, target: Target | None = None) -> None:
        ratio = peer.time / ours.time
        self.ratios[f"{task}: {peer.name}"] = ratio
        reached = "" if target is None or target.most is None else "yes" if ours.time <= peer.time * target.most else "no"
        self.rows.append([
            task, f"{ours.time:.2f} s", f"{peer.name} {peer.time:.2f} s", f"{ratio:.2f}",
            f"{statistics.median(ours.cpu):.1f} / {statistics.median(peer.cpu):.1f} s",
            f"{ours.memory:.0f} / {peer.memory:.0f} MB", target.text if target else "", reached])
        self.show(self.rows[-1])

    def require(self, task: str, value: str, target: str, reached: bool) -> None:
        self.rows.append([task, value, "", "", "", "", target, "yes" if reached else "no"])
        self.show(self.rows[-1])

    @staticmethod
    def show(row: list[str]) -> None:
        print("  " + " | ".join(row), file=sys.stderr, flush=True)

    # The parts

    def xlsx_reading(self) -> None:
        file = self.data / "million-cells.xlsx"
        ours = Side("gnlc", [self.tool, "read-xlsx", str(file)])
        calamine = Side("calamine", self.python("read_xlsx_calamine.py", file))
        openpyxl = Side("openpyxl", self.python("read_xlsx_openpyxl.py", file))
        self.pairs([ours, calamine], self.repeats)
        self.pairs([openpyxl], 1)
        self.report("XLSX reading, 1 M cells", ours, calamine, Target("no slower", 1))
        self.report("XLSX reading, 1 M cells", ours, openpyxl)

    def csv_ingestion(self) -> None:
        file = self.data / "tidy.csv"
        size = f"{file.stat().st_size / 1e6:.0f} MB"
        ours = Side("gnlc", [self.tool, "ingest-csv", str(file), str(self.data / "13"), str(self.data / "cities.csv")])
        polars = Side("polars", self.python("ingest_csv_polars.py", file))
        codes = Side("polars, codes as numbers", self.python("ingest_csv_polars.py", file, "--codes"))
        python = Side("Python csv", self.python("ingest_csv_python.py", file))
        self.pairs([ours, polars, codes], self.repeats)
        self.pairs([python], 1)
        self.report(f"CSV to typed observations, {size}", ours, polars, Target("no slower", 1))
        self.report(f"CSV to typed observations, {size}", ours, codes)
        self.report(f"CSV to typed observations, {size}", ours, python)

    def xlsx_writing(self) -> None:
        ours = Side("gnlc", [self.tool, "write-xlsx", "100000", str(self.data / "written.xlsx")])
        peer = Side("XlsxWriter", self.python("write_xlsx_xlsxwriter.py", 100_000, self.data / "written-peer.xlsx"))
        self.pairs([ours, peer], self.repeats, before=lambda _: self.remove("written.xlsx"))
        self.report("XLSX writing, 1 M cells", ours, peer)

    def remove(self, name: str) -> None:
        (self.data / name).unlink(missing_ok=True)

    def whole_round(self, cities: int) -> None:
        """What the peer writes, by both, and every report of the network, by us; each beside the floor of the same files."""
        workspace = self.data / str(cities)
        reports, peer_reports = workspace / "Reports", self.data / f"{cities}-peer"
        run = [self.gnlc, "run", "demo", "--workspace", str(workspace), "--as-of", "2026-11-22", "--quiet"]
        ours = Side("gnlc", [*run, "--only", PEER_REPORTS], accepted=(0, 65))
        everything = Side("gnlc", [*run, "--no-city-files"], accepted=(0, 65))
        peer = Side("Python", self.python("round.py", workspace, "demo/2026", "--out", peer_reports))
        parallel = Side(
            "Python, a process a core",
            self.python("round.py", workspace, "demo/2026", "--out", peer_reports, "--processes", os.cpu_count()))

        def clear(side: Side) -> None:
            # Ours go while a peer runs: for some seconds a file system gives the places of what was just deleted to nobody, and
            # looks at each of them.
            if side is not parallel:
                shutil.rmtree(reports, ignore_errors=True)
            if side in (peer, parallel):
                shutil.rmtree(peer_reports, ignore_errors=True)

        repeats = self.repeats if cities <= 1000 else 1
        self.pairs([ours, peer, parallel], repeats, whole_process=True, before=clear)
        self.pairs([ours], 1, whole_process=True, before=clear)
        same = subprocess.run(
            self.python("compare_outputs.py", reports / "demo" / "2026", peer_reports), capture_output=True, text=True)
        floor = self.floor(workspace, repeats)
        # Once more, so that the floor does not have the quiet hour alone.
        self.pairs([ours], 1, whole_process=True, before=clear)
        self.pairs([everything], repeats, whole_process=True, before=clear)
        floor_of_everything = self.floor(workspace, repeats)
        self.pairs([everything], 1, whole_process=True, before=clear)
        task = f"whole round, {cities} cities"
        self.report(task, ours, peer, Target("10 times faster", 0.1) if cities >= 425 else None)
        self.report(task, ours, parallel)
        self.report(task, ours, floor, Target("at most twice the floor", 2) if cities >= 425 else None)
        self.report(
            f"{task}, every report", everything, floor_of_everything,
            Target("at most twice the floor", 2) if cities >= 425 else None)
        self.require(f"{task}: same numbers as Python", "yes" if same.returncode == 0 else same.stdout.splitlines()[0], "same", same.returncode == 0)
        if cities == 425:
            most = max(ours.memory, everything.memory)
            self.require("memory at 425 cities", f"{most:.0f} MB", "under 300 MB", most < 300)
        for published, side in (("", ours), (", every report", everything)):
            self.rounds.setdefault(published, {})[cities] = side

    def floor(self, workspace: Path, repeats: int) -> Side:
        """The submissions read and the reports that stand there written, without anything in between."""
        folder = self.data / "floor"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        reading = Side("", [self.tool, "floor-read", str(workspace / "Inputs/demo/2026/submissions")])
        writing = Side("", [self.tool, "floor-write", str(workspace / "Reports/demo/2026"), str(folder)])
        self.pairs([reading, writing], repeats)
        cpu = statistics.median(reading.cpu) + statistics.median(writing.cpu)
        shutil.rmtree(folder, ignore_errors=True)
        return Side("floor", [], [reading.time + writing.time], [cpu], [reading.memory])

    def templates(self, cities: int) -> None:
        """The workbooks that cities fill in, and the same cells through the library alone."""
        folder, floor_folder = self.data / f"{cities}-templates", self.data / "floor"
        ours = Side("gnlc", [
            self.gnlc, "template", "demo/2026", "--all", "--workspace", str(self.data / str(cities)), "--out", str(folder),
            "--as-of", "2026-07-01"])
        writing = Side("floor", [self.tool, "floor-write", str(folder), str(floor_folder)])

        def clear(side: Side) -> None:
            # The floor writes what ours has just written.
            shutil.rmtree(folder if side is ours else floor_folder, ignore_errors=True)
            if side is writing:
                floor_folder.mkdir()

        self.pairs([ours], self.repeats, whole_process=True, before=clear)
        self.pairs([writing], self.repeats, before=clear)
        self.pairs([ours], 1, whole_process=True, before=clear)
        self.report(f"templates, {cities} cities", ours, writing, Target("at most twice the floor", 2))
        for left in (folder, floor_folder):
            shutil.rmtree(left, ignore_errors=True)

    def methods(self) -> None:
        """All methods on a made-up matrix, by us and by numpy and pandas, and whether both find the same numbers."""
        inputs, ours_out, peer_out = (self.data / name for name in ("methods", "methods-ours", "methods-peer"))
        if not (inputs / "values.f64").exists():
            subprocess.run(self.python("make_methods_inputs.py", inputs), check=True)
        ours = Side("gnlc", [self.tool, "methods", str(inputs), "1000", str(ours_out)])
        peer = Side("numpy and pandas", self.python("methods.py", inputs, peer_out, 1000))
        self.pairs([ours, peer], self.repeats)
        task = "all methods, 425 × 59 × 10, 1,000 draws"
        self.report(task, ours, peer)
        same = subprocess.run(self.python("compare_methods.py", ours_out, peer_out), capture_output=True, text=True)
        self.require(f"{task}: same numbers", "yes" if same.returncode == 0 else same.stdout, "within 1e-9", same.returncode == 0)

    def growth(self) -> None:
        for published, rounds in self.rounds.items():
            sizes = sorted(rounds)
            for small, large in zip(sizes, sizes[1:]):
                if small < 100:
                    # Start-up and the catalogue weigh more than a dozen cities.
                    continue
                for name, value in (("time", lambda side: side.time), ("memory", lambda side: side.memory)):
                    growth = value(rounds[large]) / value(rounds[small])
                    most = large / small
                    self.require(
                        f"{name}{published}, {large} over {small} cities", f"{growth:.1f}", f"at most {most:.0f}",
                        growth <= most * 1.05)

    def table(self) -> str:
        head = ["task", "ours", "peer", "peer/ours", "CPU ours / peer", "peak memory ours / peer", "target", "reached"]
        lines = ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *self.rows]]
        return "\n".join(lines)

    def below_thresholds(self) -> list[str]:
        """What was measured and is slower, beside its peer, than `thresholds.json` allows."""
        least = json.loads(THRESHOLDS.read_text(encoding="utf-8"))["least_ratio"]
        return [
            f"{name}: {ratio:.2f} times, at least {least[name]}" for name, ratio in self.ratios.items()
            if ratio < least.get(name, 0)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gnlc", type=Path, required=True)
    parser.add_argument("--tool", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[13, 425, 4250])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", nargs="*", choices=["read", "csv", "write", "templates", "methods", "round"], help="leave out the rest")
    parser.add_argument("--save", action="store_true", help="write the table to results/<date>.md")
    parser.add_argument("--check", action="store_true", help="end with 1 where a ratio is below thresholds.json")
    arguments = parser.parse_args()
    bench = Bench(arguments)
    if bench.wants("read"):
        bench.xlsx_reading()
    if bench.wants("csv"):
        bench.csv_ingestion()
    if bench.wants("write"):
        bench.xlsx_writing()
    if bench.wants("methods"):
        bench.methods()
    if bench.wants("templates"):
        for cities in arguments.sizes:
            if cities <= 1000:
                bench.templates(cities)
    if bench.wants("round"):
        for cities in arguments.sizes:
            bench.whole_round(cities)
        bench.growth()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    text = (
        f"{bench.table()}\n\nMedians of {arguments.repeats} alternating runs (one at more than 1,000 cities); "
        f"{os.cpu_count()} cores, load at the end {load}.\n")
    print(text)
    if arguments.save:
        folder = HERE / "results"
        folder.mkdir(exist_ok=True)
        (folder / f"{datetime.date.today()}.md").write_text(f"# Benchmarks of {datetime.date.today()}\n\n{text}")
    if arguments.check and (slower := bench.below_thresholds()):
        sys.exit("\n".join(slower))


if __name__ == "__main__":
    main()
