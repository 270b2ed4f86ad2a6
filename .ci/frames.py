"""Compares data frames, written as CSV, with the JSON of the question of docs/notebooks.md.

    python3 .ci/frames.py ADDRESS FRAME...

Ends with 1, and says which figure of which frame, where anything differs.
"""

import csv
import json
import sys
import urllib.request

QUESTION = "/v1/series?company=twitter&metric=users&region=US,JP&asOf=2018-03-01"
NUMBERS = ("value", "low", "high")
WORDS = ("unit", "origin")


def expected(address):
    """Each known figure by its region and period."""
    with urllib.request.urlopen(address + QUESTION) as response:
        rows = json.load(response)["rows"]
    return {(row["region"], row["period"]): row["value"] for row in rows if "value" in row["value"]}


def framed(file):
    with open(file, newline="") as lines:
        return {(line["region"], line["period"]): line for line in csv.DictReader(lines)}


def is_same(line, figure):
    sources = line["sources"].strip("[]").replace("'", "").replace(",", "").split()
    return (
        all(float(line[name]) == figure[name] for name in NUMBERS)
        and all(line[name] == figure[name] for name in WORDS)
        and sources == figure["sources"]
    )


def main(address, *files):
    figures = expected(address)
    faults = 0
    for file in files:
        lines = framed(file)
        if lines.keys() != figures.keys():
            faults += 1
            print(f"{file} has {sorted(lines)}, and the answer {sorted(figures)}")
        for key in lines.keys() & figures.keys():
            if not is_same(lines[key], figures[key]):
                faults += 1
                print(f"{file}: {lines[key]} is not {figures[key]}")
    print(f"{len(files)} data frames of {len(figures)} figures, {faults} differences.")
    return 1 if faults or not figures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
