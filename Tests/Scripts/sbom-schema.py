"""Whether a bill of materials keeps the schema of CycloneDX 1.6. Called by `make check-sbom`; wants cyclonedx-python-lib[json-validation].

    Tests/Scripts/sbom-schema.py .build/packages/gnlc.cdx.json
"""

import json
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

text = Path(sys.argv[1]).read_text()
fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
if fault:
    sys.exit(f"{sys.argv[1]}: {fault}")
made = json.loads(text)
refs = {made["metadata"]["component"]["bom-ref"], *(component["bom-ref"] for component in made["components"])}
named = {ref for entry in made["dependencies"] for ref in [entry["ref"], *entry["dependsOn"]]}
if named != refs:
    sys.exit(f"{sys.argv[1]}: components and dependencies differ: {sorted(named ^ refs)}")
print(f"{sys.argv[1]}: keeps the schema; {len(made['components'])} components, each with its dependencies")
