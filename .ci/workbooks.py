"""Asks a service for workbooks, has LibreOffice compute them anew, and compares every cell with the JSON of the question.

    python3 workbooks.py http://127.0.0.1:3000 folder [company ...]

Ends with 1, and says which cell of which question, where anything differs.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHEETS = ["Figures", "Bounds", "Sources", "Question"]
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# LibreOffice ends without a word if it is given too many files at once.
BATCH = 100
# A spreadsheet computes with 15 digits and the answer shows 12; what cancels in a difference may cost some of them.
RELATIVE = 1e-9
ABSOLUTE = 1e-9


class Service:
    def __init__(self, address):
        self.address = address

    def get(self, path, **headers):
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, response.headers, response.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.headers, refused.read()

    def json(self, path):
        status, _, body = self.get(path)
        return status, json.loads(body)

    def pages(self, path, name):
        """All entries of a list, page by page."""
        while path:
            _, page = self.json(path)
            yield from page[name]
            path = f"{path.split('?')[0]}?next={page['next']}" if "next" in page else None


def questions(service, companies):
    """Every comparison and series that makes sense for each company, also in another currency."""
    for identity in companies or [company["id"] for company in service.pages("/v1/companies", "companies")]:
        _, described = service.json(f"/v1/companies/{identity}")
        yield f"/v1/comparisons/check?company={identity}"
        for metric in described["metrics"]:
            yield from of_metric(identity, metric)


def of_metric(company, metric):
    base = f"company={company}&metric={metric['id']}"
    regions = [one["id"] for one in metric["regions"]]
    if not regions:
        return
    period = max(one["last"] for one in metric["regions"])
    ratio = metric["kind"] == "ratio"
    for more in ("", "&currency=EUR") if metric["dimension"] == "money" else ("",):
        at = f"{base}&period={period}{more}"
        yield f"/v1/comparisons/growth?{at}&region=*"
        yield f"/v1/comparisons/growth?{at}&region=*&base=qoq"
        yield f"/v1/comparisons/regions?{at}&region={','.join(regions[:6])}"
        yield f"/v1/comparisons/revisions?{at}&region=*"
        if ratio:
            yield f"/v1/comparisons/drivers?{at}&region=*"
        else:
            yield f"/v1/comparisons/share?{at}&region=*&base=yoy"
            yield f"/v1/comparisons/contribution?{at}&region=*"
        if "WORLD" in regions and len(regions) > 1:
            part = next(one for one in regions if one != "WORLD")
            yield f"/v1/comparisons/growth?{at}&region=WORLD-{part}"
        transforms = "level,yoy,qoq,index" + ("" if ratio else ",share") + (",ttm" if metric["kind"] == "flow" else "")
        yield f"/v1/series?{base}{more}&region=*&transform={transforms}"


class Workbook:
    """The cells of a workbook: formulas and values by sheet and address."""

    def __init__(self, data):
        self.parts = {one: data.read(one) for one in data.namelist()}
        self.strings = self.shared_strings()
        book = ElementTree.fromstring(self.parts["xl/workbook.xml"])
        targets = self.targets("xl/_rels/workbook.xml.rels")
        self.files = {
            sheet.get("name"): "xl/" + targets[sheet.get(RELATION + "id")] for sheet in book.iter(MAIN + "sheet")
        }
        self.cells = {name: dict(self.read(file)) for name, file in self.files.items()}

    def targets(self, part):
        relations = ElementTree.fromstring(self.parts[part]) if part in self.parts else []
        return {one.get("Id"): one.get("Target") for one in relations}

    def links(self):
        for file in self.files.values():
            yield from self.targets(file.replace("worksheets/", "worksheets/_rels/") + ".rels").values()

    def shared_strings(self):
        part = self.parts.get("xl/sharedStrings.xml")
        return ["".join(one.itertext()) for one in ElementTree.fromstring(part)] if part else []

    def read(self, file):
        for cell in ElementTree.fromstring(self.parts[file]).iter(MAIN + "c"):
            formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
            kind = cell.get("t", "n")
            if kind == "inlineStr":
                text = "".join(cell.find(MAIN + "is").itertext())
            elif kind == "s":
                text = self.strings[int(value.text)]
            elif value is None:
                text = None
            else:
                text = float(value.text) if kind == "n" else value.text
            yield cell.get("r"), (None if formula is None else formula.text, text)

    def without_values(self, file):
        """Writes a copy whose formulas have no values, so that each value read from it has been computed."""
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy:
            for name, part in self.parts.items():
                copy.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part))

    def rows(self, sheet):
        """The rows of a table by the names in its first row."""
        table = {}
        for address, (_, value) in self.cells[sheet].items():
            column, row = re.fullmatch(r"([A-Z]+)(\d+)", address).groups()
            table.setdefault(int(row), {})[column] = value
        names = table.pop(1)
        return [{names[column]: value for column, value in row.items()} for _, row in sorted(table.items())]


def recompute(folder):
    profile = (folder / "profile").absolute()
    (profile / "user").mkdir(parents=True)
    # Always compute: by default, LibreOffice shows the values that it finds.
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
        "<value>0</value></prop></item></oor:items>"
    )
    files = sorted(str(file) for file in (folder / "asked").iterdir())
    for first in range(0, len(files), BATCH):
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx", "--outdir"]
            + [str(folder / "computed")]
            + files[first : first + BATCH],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=600,
        )


def figures(answer):
    """The figures of an answer by line and field, as the sheet Bounds names them."""
    lines = [row for row in answer["rows"]]
    remainder = answer.get("remainder")
    if remainder:
        lines += [remainder] + remainder.get("named", [])
    for line, fields in enumerate(lines):
        for field, value in fields.items():
            if field == "drivers":
                for driver in value:
                    yield (line, f"drivers.{driver['metric']}.factor"), driver["factor"]
                    yield (line, f"drivers.{driver['metric']}.effect"), driver["effect"]
            elif isinstance(value, dict):
                yield (line, field), value
    line = len(lines)
    for conclusion in answer.get("conclusions", []):
        for _ in conclusion["rows"]:
            for field in ("before", "after"):
                if isinstance(conclusion[field], dict):
                    yield (line, field), conclusion[field]
            line += 1


class Comparison:
    """Compares a workbook with the JSON of the same question."""

    def __init__(self, question, asked, computed, answer):
        self.question, self.asked, self.computed, self.answer = question, asked, computed, answer
        self.faults, self.formulas = [], 0

    def fault(self, text):
        self.faults.append(f"{self.question}\n    {text}")

    def run(self):
        if list(self.asked.files) != SHEETS:
            self.fault(f"the sheets are {list(self.asked.files)}")
        for link in self.asked.links():
            if not link.startswith(("http://", "https://")):
                self.fault(f"a link leads to {link}")
        for sheet, cells in self.asked.cells.items():
            for address, (formula, value) in cells.items():
                if formula is not None:
                    self.formulas += 1
                    self.formula(sheet, address, formula, value)
        self.values()

    def formula(self, sheet, address, formula, value):
        computed = self.computed.cells[sheet].get(address, (None, None))[1]
        if not same(computed, value):
            self.fault(f"{sheet}!{address} ={formula} is {computed}, and the answer says {value}")

    def values(self):
        rows = {
            (int(row["cell"].split("!")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 2, row["field"]): row
            for row in self.asked.rows("Bounds")
            if "cell" in row
        }
        expected = dict(figures(self.answer))
        if rows.keys() != expected.keys():
            self.fault(f"only one of both has {sorted(rows.keys() ^ expected.keys())[:5]}")
        for key in rows.keys() & expected.keys():
            self.figure(key, rows[key], expected[key])

    def figure(self, key, row, figure):
        address = row["cell"].split("!")[1]
        formula, value = self.asked.cells["Figures"].get(address, (None, None))
        if "missing" in figure:
            if value != figure["missing"] or row.get("missing") != figure["missing"] or "value" in row:
                self.fault(f"{key} is missing, and the cell {address} says {value}")
            return
        for name in ("value", "low", "high"):
            if not same(row.get(name), figure.get(name)):
                self.fault(f"{name} of {key} is {figure.get(name)}, and the sheet Bounds says {row.get(name)}")
        if row["unit"] != figure["unit"] or row["origin"] != figure["origin"]:
            self.fault(f"{key} is in {figure['unit']}, {figure['origin']}, and the sheet Bounds says {row}")
        is_computed = bool(figure.get("from") or figure.get("operands") or figure.get("conversion"))
        if is_computed and formula is None or figure["origin"] == "reported" and formula is not None:
            self.fault(f"{key} in {address} has the formula {formula}, and the figure is {figure}")


def same(one, other):
    if one is None or other is None or isinstance(one, str) or isinstance(other, str):
        return one == other
    return abs(one - other) <= max(ABSOLUTE, RELATIVE * abs(other))


def main(address, folder, *companies):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("asked", "computed"):
        (folder / name).mkdir(parents=True)
    service = Service(address)
    asked = {}
    refused = 0
    for question in dict.fromkeys(questions(service, companies)):
        path = question.replace("+", "%2B")
        status, headers, body = service.get(path, Accept=TYPE)
        if status != 200:
            expected, _, _ = service.get(path)
            refused += 1
            if "series" not in path and expected == 200 or status not in (400, 404, 422):
                print(f"{question}\n    is refused as a workbook: {status} {body[:300]}")
                return 1
            continue
        file = folder / "asked" / f"{len(asked):04}.xlsx"
        file.write_bytes(body)
        with zipfile.ZipFile(file) as data:
            workbook = Workbook(data)
        workbook.without_values(file)
        asked[file.name] = (question, workbook, all_pages(service, path))
    recompute(folder)
    return report(folder, asked, refused)


def all_pages(service, path):
    _, answer = service.json(path)
    page = answer
    while "next" in page:
        _, page = service.json(f"{path}&next={page['next']}")
        answer["rows"] += page["rows"]
    return answer


def report(folder, asked, refused):
    faults, formulas = [], 0
    for name, (question, workbook, answer) in asked.items():
        with zipfile.ZipFile(folder / "computed" / name) as data:
            comparison = Comparison(question, workbook, Workbook(data), answer)
        comparison.run()
        faults += comparison.faults
        formulas += comparison.formulas
    for fault in faults[:50]:
        print(fault)
    kinds = sorted({re.search(r"/(\w+)\?", question).group(1) for question, _, _ in asked.values()})
    print(f"{len(asked)} workbooks ({', '.join(kinds)}), {formulas} formulas computed anew, {refused} questions refused.")
    if faults:
        print(f"{len(faults)} cells are wrong.")
    return 1 if faults or not formulas else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
