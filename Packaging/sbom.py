"""Writes the bill of materials of a built gnlc: CycloneDX 1.6, JSON. Called by `make sbom`; Python's own library suffices.

    Packaging/sbom.py .build/release/gnlc gnlc.cdx.json

Swift packages come from Package.resolved and their checkouts, system libraries from what the loader finds for the binary and from
dpkg. The same binary, machine and day (SOURCE_DATE_EPOCH, else that of the last commit) give the same bytes.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import uuid
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
# What packages carry inside: name, licence, purl, and the file that tells its revision, where one does.
CARRIED = {
    "yams": ("LibYAML", "MIT", "pkg:github/yaml/libyaml", None),
    "swift-crypto": ("BoringSSL", "OpenSSL AND ISC", "pkg:github/google/boringssl", "Sources/CCryptoBoringSSL/hash.txt"),
}
# Debian's names for licences where SPDX has another.
SPDX = {
    "Expat": "MIT", "GPL-2+": "GPL-2.0-or-later", "GPL-3+": "GPL-3.0-or-later", "LGPL-2.1": "LGPL-2.1-only",
    "LGPL-2.1+": "LGPL-2.1-or-later", "LGPL-3+": "LGPL-3.0-or-later", "LGPL-2+": "LGPL-2.0-or-later", "BSD-2-clause": "BSD-2-Clause",
    "BSD-3-clause": "BSD-3-Clause", "Zlib": "Zlib", "zlib": "Zlib", "Apache-2.0": "Apache-2.0", "OpenSSL": "OpenSSL", "ISC": "ISC",
    "MIT": "MIT", "bzip2-1.0.6": "bzip2-1.0.6", "blessing": "blessing",
    "GPL-3.0-with-GCC-exception": "GPL-3.0-with-GCC-exception",
}
# Of Debian packages whose copyright file no program can read.
BY_HAND = {
    "libzip4": ["BSD-3-Clause"], "libc6": ["LGPL-2.1+"], "libgcc-s1": ["GPL-3.0-with-GCC-exception"],
    "libstdc++6": ["GPL-3.0-with-GCC-exception"], "libbz2-1.0": ["bzip2-1.0.6"], "libsqlite3-0": ["blessing"],
}


def said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout


def licences(names: list[str]) -> list[dict]:
    """Sorted, each once; by SPDX id where there is one."""
    found = {SPDX.get(name, name) for name in names}
    return [{"license": {"id": name} if name in SPDX.values() else {"name": name}} for name in sorted(found)]


class Swift:
    """What the package manager resolved and linked."""

    def __init__(self, binary: Path):
        resolved = json.loads((ROOT / "Package.resolved").read_text())
        self.pins = {pin["identity"]: pin for pin in resolved["pins"]}
        self.objects = binary.parent
        self.checkouts = self.objects.parents[1] / "checkouts"

    def folder(self, pin: dict) -> Path:
        return self.checkouts / pin["location"].removesuffix(".git").rsplit("/", 1)[1]

    def is_linked(self, pin: dict) -> bool:
        """Only what a product needs is built."""
        # Some packages have the sources of a target beside `Sources`.
        folders = [*(self.folder(pin) / "Sources").iterdir(), *self.folder(pin).iterdir()]
        return any((self.objects / f"{target.name}.build").is_dir() for target in folders if target.is_dir())

    def licence(self, pin: dict) -> str:
        text = next(p.read_text() for p in sorted(self.folder(pin).iterdir()) if p.name.upper().startswith("LICENSE"))
        if "Apache License" in text:
            return "Apache-2.0"
        if "Permission is hereby granted, free of charge" in text:
            return "MIT"
        sys.exit(f"the licence of {pin['identity']} is not known: teach it to Packaging/sbom.py")

    def version(self, pin: dict) -> str:
        return pin["state"].get("version") or pin["state"]["revision"]

    def purl(self, pin: dict) -> str:
        return f"pkg:swift/{pin['location'].removesuffix('.git').split('://', 1)[1]}@{self.version(pin)}"

    def components(self) -> tuple[list[dict], dict[str, list[str]]]:
        linked = {name: pin for name, pin in self.pins.items() if self.is_linked(pin)}
        refs = {pin["location"].removesuffix(".git").lower(): self.purl(pin) for pin in linked.values()}
        components, edges = [], {}
        for name, pin in linked.items():
            component = {
                "type": "library", "bom-ref": self.purl(pin), "name": name, "version": self.version(pin), "scope": "required",
                "licenses": licences([self.licence(pin)]), "purl": self.purl(pin),
                "externalReferences": [{"type": "vcs", "url": pin["location"]}],
            }
            if name in CARRIED:
                title, licence, purl, file = CARRIED[name]
                revision = re.search(r"[0-9a-f]{40}", (self.folder(pin) / file).read_text())[0] if file else None
                ref = f"{purl}@{revision}" if revision else purl
                inside = {"type": "library", "bom-ref": ref, "name": title, "licenses": [{"expression": licence}], "purl": ref}
                component["components"] = [inside | ({"version": revision} if revision else {})]
            components.append(component)
            manifest = (self.folder(pin) / "Package.swift").read_text()
            urls = [url.removesuffix(".git").lower() for url in re.findall(r'url:\s*"([^"]+)"', manifest)]
            edges[self.purl(pin)] = sorted({refs[url] for url in urls if url in refs})
        return components, edges


class Debian:
    """The shared libraries that the loader finds, and the packages they are from."""

    def __init__(self, binary: Path):
        pairs = re.findall(r"^\s*(\S+) => (/\S+)", said("ldd", str(binary)), re.M)
        self.paths = {name: os.path.realpath(path) for name, path in pairs}
        missing = re.findall(r"^\s*(\S+) => not found", said("ldd", str(binary)), re.M)
        if missing:
            sys.exit(f"not found: {', '.join(missing)}")
        self.packages = {name: self.package(path) for name, path in self.paths.items()}
        self.binary = binary

    @staticmethod
    def package(path: str) -> str | None:
        for candidate in (path, path.removeprefix("/usr")):
            found = subprocess.run(["dpkg", "-S", candidate], capture_output=True, text=True)
            if found.returncode == 0:
                return found.stdout.split(": ")[0]
        return None

    def needed(self, path: str) -> list[str]:
        return re.findall(r"\(NEEDED\).*\[(.+)\]", said("readelf", "-d", path))

    def ref(self, package: str) -> str:
        name, architecture = said("dpkg-query", "-W", "-f", "${Package} ${Architecture}", package).split()
        release = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
        distribution = f"{release['ID']}-{release['VERSION_ID'].strip(chr(34))}"
        return f"pkg:deb/{release['ID']}/{quote(name)}@{quote(self.version(package))}?arch={architecture}&distro={distribution}"

    @staticmethod
    def version(package: str) -> str:
        return said("dpkg-query", "-W", "-f", "${Version}", package)

    @staticmethod
    def licence(package: str) -> list[dict]:
        if package.split(":")[0] in BY_HAND:
            return licences(BY_HAND[package.split(":")[0]])
        path = Path("/usr/share/doc") / package.split(":")[0] / "copyright"
        text = path.read_text(errors="replace") if path.exists() else ""
        # Of the files themselves; those of packaging and tests are not in the library.
        stanza = re.search(r"^Files:\s*\*\s*$.*?^License:\s*(\S.*?)$", text, re.M | re.S)
        return licences(re.split(r" (?:and|or|with) ", stanza[1].replace(",", ""))) if stanza else []

    def components(self, application: str) -> tuple[list[dict], dict[str, list[str]]]:
        components, edges = {}, {application: self.edges(str(self.binary))}
        for name, package in sorted(self.packages.items()):
            if package is None:
                sys.exit(f"{self.paths[name]} is of no package: build with --static-swift-stdlib (make build)")
            ref = self.ref(package)
            component = {
                "type": "library", "bom-ref": ref, "name": package.split(":")[0], "version": self.version(package),
                "scope": "required", "purl": ref}
            found = self.licence(package)
            components[ref] = component | ({"licenses": found} if found else {})
            edges[ref] = sorted((set(edges.get(ref, [])) | set(self.edges(self.paths[name]))) - {ref})
        return list(components.values()), edges

    def edges(self, path: str) -> list[str]:
        return sorted({self.ref(self.packages[name]) for name in self.needed(path) if self.packages.get(name)})


def runtime(binary: Path) -> dict:
    """The Swift runtime and Foundation, which are in the binary."""
    version = re.search(r"Swift version (\S+)", said(os.environ.get("SWIFT", "swift"), "--version"))[1]
    ref = f"pkg:github/swiftlang/swift@swift-{version}-RELEASE"
    return {
        "type": "library", "bom-ref": ref, "name": "Swift runtime and Foundation", "version": version, "scope": "required",
        "licenses": [{"expression": "Apache-2.0 WITH Swift-exception"}], "purl": ref,
        "components": [{
            "type": "library", "bom-ref": f"{ref}#icu", "name": "ICU, as Foundation carries it",
            "licenses": [{"license": {"id": "Unicode-3.0"}}]}],
    }


def day() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or said("git", "-C", str(ROOT), "log", "-1", "--format=%ct").strip()
    return datetime.fromtimestamp(int(epoch), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def bill(binary: Path) -> dict:
    version = said(str(binary), "--version").split("\n")[0].removeprefix("gnlc ")
    application = f"pkg:generic/gnlc@{version}"
    packages, package_edges = Swift(binary.resolve()).components()
    libraries, edges = Debian(binary).components(application)
    swift = runtime(binary)
    components = sorted([*packages, *libraries, swift], key=lambda c: c["bom-ref"])
    edges |= package_edges | {swift["bom-ref"]: []}
    inner = {edge for name in package_edges for edge in package_edges[name]}
    edges[application] = sorted({*edges[application], *(set(package_edges) - inner), swift["bom-ref"]})
    content = {
        "metadata": {
            "timestamp": day(),
            "component": {
                "type": "application", "bom-ref": application, "name": "gnlc", "version": version, "purl": application,
                "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(binary.read_bytes()).hexdigest()}]},
        },
        "components": components,
        "dependencies": [{"ref": ref, "dependsOn": edges[ref]} for ref in sorted(edges)],
    }
    name = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"gnlc:sbom:{name}")
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}", "version": 1, **content}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    made = bill(Path(sys.argv[1]))
    Path(sys.argv[2]).write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n")
    print(f"{sys.argv[2]}: {len(made['components'])} components")
