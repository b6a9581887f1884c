#!/usr/bin/env python3
"""Kills runs at random moments and lets their system calls fail; looks at what readers see after each.

    failures.py GNLC [--cities 13] [--kills 30] [--injections 40] [--seed 1]

After each trial the published release must be whole (the one before, or the new one), `gnlc verify` must find nothing, and nothing
but what was published may be shown. Every tenth trial a run is left alone and has to end well. Injection wants strace.
"""

import argparse
import collections
import datetime
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


class Workspace:
    def __init__(self, gnlc, root, cities):
        self.gnlc = gnlc
        self.root = root
        subprocess.run([gnlc, "demo", "--cities", str(cities), "--years", "2", "--out", root], check=True,
                       stdout=subprocess.DEVNULL)
        self.day = datetime.date(2026, 7, 1)
        self.link = f"{root}/Reports/demo/2026"

    def command(self):
        """A run with work to do: each has a day of its own."""
        self.day += datetime.timedelta(days=1)
        return [self.gnlc, "run", "demo/2026", "--workspace", self.root, "--as-of", str(self.day), "--quiet"]

    def run(self, command):
        return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)

    def shown(self):
        return os.readlink(self.link) if os.path.islink(self.link) else None

    def fault(self):
        """What a reader would object to; None where all is well."""
        sums = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=self.link, capture_output=True, text=True)
        if sums.returncode != 0:
            return "half a release: " + (sums.stdout + sums.stderr).strip()[:200]
        listed = sum(1 for _ in open(f"{self.link}/SHA256SUMS"))
        there = sum(len(files) for _, _, files in os.walk(self.link + "/"))
        if there != listed + 1:
            return f"{there} files where {listed + 1} are listed"
        verified = self.run([self.gnlc, "verify", "demo/2026", "--workspace", self.root])
        # A run that was interrupted between the switch and the log is told of in the log by the next one.
        problems = [line for line in verified.stdout.splitlines()[1:] if "the log knows no run" not in line]
        return None if verified.returncode == 0 or not problems else " / ".join(problems)[:300]

    def prune(self):
        subprocess.run([self.gnlc, "prune", "demo", "--keep", "0", "--workspace", self.root], stdout=subprocess.DEVNULL)


def outcome(before, after):
    return "the release before" if before == after else "the new release"


def kills(space, count, dice):
    table = collections.Counter()
    faults = []
    started = time.monotonic()
    assert space.run(space.command()).returncode in (0, 65)
    length = time.monotonic() - started
    for trial in range(count):
        before = space.shown()
        process = subprocess.Popen(space.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        try:
            process.wait(dice.uniform(0, 1.1 * length))
            table["ended before the kill"] += 1
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            table["killed, shown is " + outcome(before, space.shown())] += 1
        if fault := space.fault():
            faults.append(f"kill {trial}: {fault}")
        if trial % 10 == 9:
            left = space.run(space.command())
            if left.returncode not in (0, 65):
                faults.append(f"after kill {trial} a run ended with {left.returncode}: {left.stderr[:200]}")
            leftovers = [name for name in os.listdir(f"{space.root}/Reports/demo/.releases") if name.startswith(".")]
            if leftovers:
                faults.append(f"after kill {trial} and a whole run: {leftovers}")
            space.prune()
    return table, faults, length


CALLS = [
    ("openat", "ENOSPC"), ("write", "ENOSPC"), ("write", "EIO"), ("pwrite64", "ENOSPC"), ("fsync", "EIO"), ("rename", "EACCES"),
    ("symlink", "EACCES"), ("mkdir", "EACCES"), ("read", "EIO"), ("flock", "EAGAIN"), ("close", "EIO"), ("mmap", "ENOMEM"),
]


def injections(space, count, dice):
    table = collections.Counter()
    faults = []
    counted = space.run(["strace", "-f", "-c", "-o", f"{space.root}/calls.txt"] + space.command())
    assert counted.returncode in (0, 65), counted.stderr
    calls = {}
    for line in open(f"{space.root}/calls.txt"):
        words = line.split()
        if len(words) >= 5 and words[3].isdigit():
            calls[words[-1]] = int(words[3])
    chosen = [(name, error) for name, error in CALLS if calls.get(name, 0) > 0]
    for trial in range(count):
        name, error = chosen[trial % len(chosen)]
        # One failure, or all from then on, as when a disk is full.
        when = dice.randint(1, calls[name])
        lasting = "+" if error == "ENOSPC" and trial % 2 else ""
        before = space.shown()
        result = space.run(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:error={error}:when={when}{lasting}"]
            + space.command())
        after = space.shown()
        code = result.returncode
        label = f"{name} {error}: exit {code}, shown is {outcome(before, after)}"
        table[label] += 1
        if fault := space.fault():
            faults.append(f"{name}:{error}:{when}{lasting} exit {code}: {fault}")
        if code < 0 and name != "mmap":
            faults.append(f"{name}:{error}:{when}{lasting}: ended by signal {-code}")
        if code in (0, 65) and before == after:
            faults.append(f"{name}:{error}:{when}{lasting}: exit {code}, and nothing was published")
        if code not in (0, 65) and code > 0 and "gnlc:" not in result.stderr and not lasting and name not in ("mmap", "openat", "read"):
            faults.append(f"{name}:{error}:{when}{lasting} exit {code} without a word")
        if trial % 10 == 9:
            left = space.run(space.command())
            if left.returncode not in (0, 65):
                faults.append(f"after {name}:{error}:{when} a run ended with {left.returncode}: {left.stderr[:200]}")
            space.prune()
    return table, faults


def report(title, table, faults):
    print(f"\n{title}\n")
    for name, number in sorted(table.items()):
        print(f"  {number:4}  {name}")
    for fault in faults:
        print(f"  FAULT {fault}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gnlc")
    parser.add_argument("--cities", type=int, default=13)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--injections", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    gnlc = os.path.abspath(options.gnlc)
    root = tempfile.mkdtemp(prefix="gnlc-failures-")
    faults = []
    try:
        if options.kills:
            space = Workspace(gnlc, f"{root}/kills", options.cities)
            table, found, length = kills(space, options.kills, dice)
            report(f"{options.kills} kills of a round of {options.cities} cities that takes {length:.1f} s", table, found)
            faults += found
        if options.injections and not shutil.which("strace"):
            print("strace is not installed: no system call was made to fail")
        elif options.injections:
            space = Workspace(gnlc, f"{root}/injections", 3)
            space.run(space.command())
            table, found = injections(space, options.injections, dice)
            report(f"{options.injections} failures of system calls", table, found)
            faults += found
    finally:
        shutil.rmtree(root)
    print(f"\n{len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
