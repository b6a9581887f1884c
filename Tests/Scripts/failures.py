#!/usr/bin/env python3
"""Kills runs, lets their system calls fail and spoils what they stand on; looks at what readers see after each.

    failures.py GNLC [--cities 13] [--kills 30] [--injections 40] [--no-city-files] [--no-situations] [--seed 1]

After each trial the published release must be whole (the one before, or the new one), `gnlc verify` must find nothing, and nothing
but what was published may be shown. Every tenth trial a run is left alone and has to end well. Injection wants strace; a full disk
wants root, who may mount a small one.
"""

import argparse
import collections
import datetime
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

# A signal from outside that is no fault of an instruction would be told with a backtrace and then outlived.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no"}
DONE = (0, 65)
# Root may write anywhere: where permissions are the matter, somebody else runs.
SOMEBODY = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
HEAD = "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE\n"


class Workspace:
    def __init__(self, gnlc, root, cities, city_files=True):
        self.gnlc = gnlc
        self.root = root
        self.more = [] if city_files else ["--no-city-files"]
        subprocess.run([gnlc, "demo", "--cities", str(cities), "--years", "2", "--out", root], check=True,
                       stdout=subprocess.DEVNULL)
        submissions = f"{root}/Inputs/demo/2026/submissions"
        first = sorted(os.listdir(submissions))[0]
        self.city = first.split(".")[0]
        os.remove(f"{submissions}/{first}")
        self.submission = f"{submissions}/{self.city}.csv"
        self.population = 50_000
        self.link = f"{root}/Reports/demo/2026"

    def change(self):
        """Gives a run something to do: one city says something else."""
        self.population += 1
        with open(self.submission, "w") as file:
            file.write(f"{HEAD}{self.city},population,_T,2025,{self.population},persons,,\n")

    def command(self):
        return [self.gnlc, "run", "demo/2026", "--workspace", self.root, "--as-of", "2026-07-01", "--quiet"] + self.more

    def run(self, command=None, **more):
        return subprocess.run(command or self.command(), capture_output=True, text=True, env=ENVIRONMENT, **more)

    def changed_run(self, **more):
        self.change()
        return self.run(**more)

    def until(self, stage, **more):
        """A run with work to do, at the moment when it begins a stage."""
        self.change()
        process = subprocess.Popen(self.command() + ["--log-format", "json"], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, **more)
        for line in process.stderr:
            if json.loads(line).get("stage") == stage:
                return process
        raise SystemExit(f"a run ended before it was {stage}")

    def shown(self):
        return os.readlink(self.link) if os.path.islink(self.link) else None

    def fault(self):
        """What a reader would object to; None where all is well."""
        if not os.path.islink(self.link):
            return "nothing is published"
        listed = 0
        for line in open(f"{self.link}/SHA256SUMS"):
            wanted, name = line.rstrip("\n").split("  ", 1)
            listed += 1
            try:
                with open(f"{self.link}/{name}", "rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                return f"half a release: {error}"
            if digest != wanted:
                return f"half a release: {name} is not what is listed"
        there = sum(len(files) for _, _, files in os.walk(self.link + "/"))
        if there != listed + 1:
            return f"{there} files where {listed + 1} are listed"
        verified = self.run([self.gnlc, "verify", "demo/2026", "--workspace", self.root])
        # A run that was interrupted between the switch and the log is told of in the log by the next one; and the city that was
        # changed for a run that did not end is not what the release was made from.
        # The warehouse may be a run behind, but is one that a run has written.
        known = ("the log knows no run", f"{self.city}.csv", "warehouse.sqlite  is not", "is not the one that is published", "it is missing",
                 "holds what is published")
        problems = [line for line in verified.stdout.splitlines()[1:] if not any(part in line for part in known)]
        return " / ".join(problems)[:300] if verified.returncode and problems else self.warehouse_fault()

    def warehouse_fault(self):
        """The warehouse is one that a run has written, whole, with nothing beside it; how far behind does not matter here."""
        path = f"{self.root}/Reports/demo/warehouse.sqlite"
        if not os.path.exists(path):
            return None
        beside = [name for name in os.listdir(os.path.dirname(path)) if name.startswith("warehouse.sqlite-")]
        if beside:
            return f"beside the warehouse: {beside}"
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            if (found := database.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
                return f"the warehouse is damaged: {found}"
            releases = dict(database.execute("SELECT round, run_id FROM releases"))
            rounds = dict(database.execute("SELECT round, run_id FROM rounds"))
            return None if releases == rounds and releases else f"the warehouse holds half a round: {releases}, {rounds}"
        except sqlite3.Error as error:
            return f"the warehouse cannot be read: {error}"
        finally:
            database.close()

    def left_alone(self):
        """What is wrong with a run that nothing disturbs, and with what it leaves; None where all is well."""
        left = self.changed_run()
        if left.returncode not in DONE:
            return f"a run ended with {left.returncode}: {left.stderr[:200]}"
        leftovers = [name for name in os.listdir(f"{self.root}/Reports/demo/.releases") if name.startswith(".")]
        if leftovers:
            return f"leftovers: {leftovers}"
        # The cache stays: what runs that were killed left in it must do no harm.
        store = f"{self.root}/Reports/demo/.releases"
        for run in os.listdir(store):
            if run != os.path.basename(self.shown()):
                shutil.rmtree(f"{store}/{run}")
        checked = self.run([self.gnlc, "warehouse", "check", "--workspace", self.root])
        return self.fault() or (checked.stdout[:200] if checked.returncode else None)


def outcome(before, after):
    return "the release before" if before == after else "the new release"


def kills(space, count, dice):
    """At moments spread evenly over the length of a run: SIGKILL, and now and then a signal that a run may answer."""
    table = collections.Counter()
    faults = []
    assert space.changed_run().returncode in DONE
    started = time.monotonic()
    assert space.changed_run().returncode in DONE
    length = time.monotonic() - started
    try:
        for trial in range(count):
            before = space.shown()
            number = {3: signal.SIGTERM, 5: signal.SIGINT, 7: signal.SIGSEGV, 9: signal.SIGABRT}.get(trial % 20, signal.SIGKILL)
            space.change()
            process = subprocess.Popen(space.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
            try:
                process.wait(dice.uniform(0, 1.05 * length))
                table["ended before the signal"] += 1
            except subprocess.TimeoutExpired:
                process.send_signal(number)
                said = process.communicate()[1]
                table[f"{number.name}, shown is {outcome(before, space.shown())}"] += 1
                # Before the program has begun, the system's own answer to a signal holds.
                if number in (signal.SIGTERM, signal.SIGINT) and process.returncode not in (128 + number, -number, *DONE):
                    faults.append(f"{number.name} {trial}: exit {process.returncode}")
                if process.returncode == 128 + number and "what is published is whole" not in said:
                    faults.append(f"{number.name} {trial}: said {said[:100]}")
            if fault := space.fault():
                faults.append(f"{number.name} {trial}: {fault}")
            if trial % 10 == 9:
                if fault := space.left_alone():
                    faults.append(f"after {number.name} {trial}: {fault}")
                told(trial + 1, count, faults)
    except KeyboardInterrupt:
        print(f"  stopped after {trial} trials", file=sys.stderr)
    return table, faults, length


def told(done, count, faults):
    """For whoever waits: a large round takes an hour."""
    print(f"  {done} of {count} trials, {len(faults)} faults", file=sys.stderr, flush=True)


CALLS = [
    ("openat", "ENOSPC"), ("write", "ENOSPC"), ("write", "EIO"), ("pwrite64", "ENOSPC"), ("fsync", "EIO"), ("rename", "EACCES"),
    ("rename", "ENOSPC"), ("symlink", "EACCES"), ("mkdir", "ENOSPC"), ("read", "EIO"), ("flock", "EAGAIN"), ("close", "EIO"),
    ("mmap", "ENOMEM"), ("unlink", "EACCES"), ("fsync", "ENOSPC"), ("openat", "EMFILE"),
]


def injections(space, count, dice):
    table = collections.Counter()
    faults = []
    space.change()
    counted = space.run(["strace", "-f", "-c", "-o", f"{space.root}/calls.txt"] + space.command())
    assert counted.returncode in DONE, counted.stderr
    calls = {}
    for line in open(f"{space.root}/calls.txt"):
        words = line.split()
        if len(words) >= 5 and words[3].isdigit():
            calls[words[-1]] = int(words[3])
    chosen = [(name, error) for name, error in CALLS if calls.get(name, 0) > 0]
    trial = missed = 0
    while trial < count and missed < 3 * count:
        name, error = chosen[trial % len(chosen)]
        # One failure, or all from then on, as when a disk is full. Calls are counted by thread.
        when = dice.randint(1, max(1, calls[name] // 2))
        lasting = "+" if error == "ENOSPC" and dice.random() < 0.5 else ""
        what = f"{name}:{error}:{when}{lasting}"
        before = space.shown()
        space.change()
        result = space.run(
            ["strace", "-f", "-qq", "-o", f"{space.root}/trace.txt", "-e", f"trace={name}", "-e", f"inject={name}:error={error}:when={when}{lasting}"]
            + space.command())
        after = space.shown()
        code = result.returncode
        if "(INJECTED)" not in open(f"{space.root}/trace.txt", errors="replace").read():
            missed += 1
            continue
        trial += 1
        table[f"{name} {error}: exit {code}, shown is {outcome(before, after)}"] += 1
        if fault := space.fault():
            faults.append(f"{what} exit {code}: {fault}")
        # The system's loader ends a program that has no memory for its libraries; what cannot be read at its start is the same.
        if code < 0 and name != "mmap":
            faults.append(f"{what}: ended by signal {-code}")
        if code in DONE and before == after:
            faults.append(f"{what}: exit {code}, and nothing was published")
        if code not in DONE and code > 0 and "gnlc:" not in result.stderr and name not in ("mmap", "openat", "read", "write"):
            faults.append(f"{what} exit {code} without a word")
        if trial % 10 == 0:
            if fault := space.left_alone():
                faults.append(f"after {what}: {fault}")
            told(trial, count, faults)
    return table, faults


def expect(space, name, code, words, result, before, shown="before"):
    """One line of the table, and what is wrong with it."""
    faults = []
    after = space.shown()
    if result.returncode not in (code if isinstance(code, tuple) else (code,)):
        faults.append(f"{name}: exit {result.returncode}, not {code}: {result.stderr[:200]}")
    if words not in result.stderr:
        faults.append(f"{name}: nothing of `{words}` in: {result.stderr[:200]}")
    if (before == after) != (shown == "before"):
        faults.append(f"{name}: shown is {after}, before it was {before}")
    if fault := space.fault():
        faults.append(f"{name}: {fault}")
    return f"{name}: exit {result.returncode}, shown is {outcome(before, after)}", faults


class Ended:
    """A run that was waited for, as `expect` wants it."""

    def __init__(self, process):
        self.stderr = process.communicate()[1]
        self.returncode = process.returncode


def situations(space):
    """Each once, at the moment when it hurts most."""
    table = collections.Counter()
    faults = []
    reports = f"{space.root}/Reports/demo"

    def settle(name, code, words, result, before, shown="before"):
        line, found = expect(space, name, code, words, result, before, shown)
        table[line] += 1
        faults.extend(found)
        if fault := space.left_alone():
            faults.append(f"after {name}: {fault}")

    def own(user):
        for folder, folders, files in os.walk(space.root):
            for entry in [folder] + [f"{folder}/{file}" for file in files]:
                if not os.path.islink(entry):
                    os.chown(entry, user, user)

    assert space.changed_run().returncode in DONE
    if shutil.which("strace"):
        space.change()
        calls = f"{space.root}/network.txt"
        space.run(["strace", "-f", "-qq", "-e", "trace=%network", "-o", calls] + space.command())
        used = [line for line in open(calls) if "(" in line]
        table[f"system calls for the network in a run: {len(used)}"] += 1
        faults += [f"network: {line.strip()}" for line in used[:3]]
    before = space.shown()
    first = space.until("reading")
    second = space.run()
    first.communicate()
    settle("two runs at once", 75, "another run of this programme is at work", second, before, "after")

    before = space.shown()
    process = space.until("measuring")
    with open(space.submission, "a") as file:
        file.write(f"{space.city},literate_15plus,F,2025,1,persons,,\n")
    settle("an input changed while it is read", 74, f"{space.city}.csv was changed while it was read", Ended(process), before)

    for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS):
        for stage in ("reading", "reporting", "publishing"):
            before = space.shown()
            process = space.until(stage)
            process.send_signal(number)
            settle(f"{number.name} while {stage}", -number, "", Ended(process), before)
    for number in (signal.SIGINT, signal.SIGTERM):
        before = space.shown()
        process = space.until("reporting")
        process.send_signal(number)
        settle(f"{number.name} while reporting", 128 + number, "what is published is whole", Ended(process), before)

    before = space.shown()
    space.change()
    # A clock that was set back, and inputs from the future.
    os.utime(space.submission, (4_000_000_000, 4_000_000_000))
    back = space.run(space.command()[:-3] + ["--as-of", "2020-01-01", "--quiet"] + space.more)
    settle("a clock set back, inputs of the year 2096", DONE, "", back, before, "after")

    before = space.shown()
    space.change()
    full = open("/dev/full", "w")
    silent = subprocess.run([word for word in space.command() if word != "--quiet"], stdout=full, stderr=subprocess.PIPE, text=True,
                            env=ENVIRONMENT)
    settle("the disk of the log is full", DONE, "", silent, before, "after")

    before = space.shown()
    os.remove(f"{space.link}/scores.csv")
    settle("a file of the release was removed: the same run again", DONE, "", space.run(), before, "before")

    before = space.shown()
    for folder, _, files in os.walk(f"{reports}/.cache"):
        for name in files:
            with open(f"{folder}/{name}", "r+b") as file:
                file.seek(40)
                file.write(b"x")
    settle("every file of the cache damaged", DONE, "", space.changed_run(), before, "after")

    if SOMEBODY:
        own(SOMEBODY["user"])
    rights = [(f"{reports}/.releases", "cannot be created", 73), (reports, "cannot be", 73),
              (space.submission, f"{space.city}.csv cannot be read", 66),
              (os.path.dirname(space.submission), "submissions cannot be listed", 66),
              (f"{space.root}/Indicators/texts", "texts cannot be listed", 66)]
    for path, words, code in rights:
        before = space.shown()
        space.change()
        mode = os.stat(path).st_mode
        os.chmod(path, 0o000 if path == space.submission else 0o555 if code == 73 else 0o311)
        result = space.run(**SOMEBODY)
        os.chmod(path, mode)
        line, found = expect(space, f"no right to {'read' if code == 66 else 'write'} {os.path.basename(path)}", code, words, result,
                             before)
        table[line] += 1
        faults.extend(found)
    if SOMEBODY:
        own(0)
    if os.geteuid() == 0:
        full_disk(space, table, faults, settle)
    else:
        print("not root: no small disk was filled")
    return table, faults


def full_disk(space, table, faults, settle):
    """Reports on a disk of their own, which something else fills while a run writes."""
    disk = f"{space.root}/Reports"
    kept = f"{space.root}/Reports-kept"
    os.rename(disk, kept)
    os.mkdir(disk)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], capture_output=True).returncode == 0
    if not mounted:
        os.rmdir(disk)
        os.rename(kept, disk)
        print("no small disk can be mounted here: none was filled")
        return
    try:
        shutil.copytree(f"{kept}/demo", f"{disk}/demo", symlinks=True)
        before = space.shown()
        process = space.until("reporting")
        fill(f"{disk}/filler")
        result = Ended(process)
        os.remove(f"{disk}/filler")
        settle("the disk is filled while reports are written", 74, "make room on the disk", result, before)
        before = space.shown()
        fill(f"{disk}/filler")
        space.change()
        result = space.run()
        os.remove(f"{disk}/filler")
        settle("the disk is full before a run", 74, "MB free", result, before)
    finally:
        subprocess.run(["umount", disk])
        os.rmdir(disk)
        os.rename(kept, disk)


def fill(path):
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 16))
        except OSError:
            pass


def report(title, table, faults):
    print(f"\n{title}\n")
    for name, number in sorted(table.items()):
        print(f"  {number:4}  {name}")
    for fault in faults:
        print(f"  FAULT {fault}")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gnlc")
    parser.add_argument("--cities", type=int, default=13)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--injections", type=int, default=40)
    parser.add_argument("--no-city-files", action="store_true", help="kill runs that leave out the workbooks of single cities")
    parser.add_argument("--no-situations", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    # Whoever starts this in the background may have had SIGINT ignored, and a run would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    dice = random.Random(options.seed)
    gnlc = os.path.abspath(options.gnlc)
    root = tempfile.mkdtemp(prefix="gnlc-failures-")
    os.chmod(root, 0o755)
    faults = []
    try:
        if not options.no_situations:
            table, found = situations(Workspace(gnlc, f"{root}/situations", 5))
            report("situations", table, found)
            faults += found
        if options.kills:
            space = Workspace(gnlc, f"{root}/kills", options.cities, not options.no_city_files)
            table, found, length = kills(space, options.kills, dice)
            report(f"{options.kills} signals to a round of {options.cities} cities that takes {length:.1f} s", table, found)
            faults += found
        if options.injections and not shutil.which("strace"):
            print("strace is not installed: no system call was made to fail")
        elif options.injections:
            space = Workspace(gnlc, f"{root}/injections", 3)
            space.changed_run()
            table, found = injections(space, options.injections, dice)
            report(f"{options.injections} failures of system calls", table, found)
            faults += found
    finally:
        shutil.rmtree(root)
    print(f"\n{len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
