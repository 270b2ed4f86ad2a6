"""Holds generated clients against the contract: each has a method for every operation, and no generator complained.

    python3 .ci/asks/complete.py FOLDER      with the folders that snippets.py made of docs/clients.md
"""

import json
import pathlib
import re
import sys

CONTRACT = pathlib.Path("src/main/resources/io/regionalmetrics/api/openapi.json")
METHODS = ("get", "post", "put", "patch", "delete")

# What the generators say although nothing is left out: about their support of OpenAPI 3.1, about an example, and about
# a word that Python reserves. openapi-python-client can't send CSV, as docs/clients.md says.
HARMLESS = (
    "OpenAPI 3.1 support is still in beta",
    "Failed to get the schema name: null",
    "Ignoring complex example on request body",
    "From (reserved word) cannot be used as model name. Renamed to ModelFrom",
    "WARNING parsing POST /v1/observations within documents.",
)
COMPLAINT = re.compile(r"\bWARN\b|\bWARNING parsing\b|\bERROR\b|Endpoint will not be generated|Unable to|omitted")
CSV = {"Unsupported content type text/csv", "Unsupported content type application/vnd.sdmx.data+csv"}


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", r"_\1", name).lower()


def sources(folder: pathlib.Path, suffix: str) -> str:
    return "\n".join(file.read_text() for file in sorted(folder.rglob(f"*{suffix}")))


def main(work: pathlib.Path) -> None:
    operations = [
        operation["operationId"]
        for path in json.loads(CONTRACT.read_text())["paths"].values()
        for method, operation in path.items()
        if method in METHODS
    ]
    types = (work / "typescript-openapi-typescript/regional-metrics.d.ts").read_text().split("export interface operations")[1]
    attrs = work / "python-openapi-python-client/regional-metrics-client/regional_metrics_client/api"
    python = sources(work / "python-openapi-generator/client/regional_metrics/api", ".py")
    java = sources(work / "java-openapi-generator/client/src/main/java", "Api.java")
    wrong = []
    for name in operations:
        if f"\n    {name}: {{" not in types:
            wrong.append(f"openapi-typescript: no operation {name}")
        if not list(attrs.glob(f"*/{snake(name)}.py")):
            wrong.append(f"openapi-python-client: no function {snake(name)}")
        if f"    def {snake(name)}(" not in python:
            wrong.append(f"openapi-generator, Python: no method {snake(name)}")
        if not re.search(rf"    public \S+ {name}\(", java):
            wrong.append(f"openapi-generator, Java: no method {name}")
    for log in sorted(work.glob("*/log")):
        lines = log.read_text().splitlines()
        wrong += [f"{log}: {line}" for line in lines if COMPLAINT.search(line) and not any(one in line for one in HARMLESS)]
        wrong += [f"{log}: {line}" for line in lines if line.startswith("Unsupported") and line not in CSV]
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"Each client has the {len(operations)} operations of the contract.")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
