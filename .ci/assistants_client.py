"""Asks every question of the README and of the contract's examples through the official client, and some of each tool.

The client checks what it gets against the schemas of the tools. A tool gives what the GET gives, or refuses in its words.
"""

import asyncio
import json
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

from mcp import Client

ADDRESS, MODE = sys.argv[1], sys.argv[2]
LISTS = {"company", "region", "transform"}
OF_FORMATS = {"format", "layout", "width", "title"}
NUMBERS = {"lastNObservations": int, "includeHistory": lambda text: text == "true"}

# What the README and the examples leave out: each tool with other arguments, some of them wrong.
MORE = [
    "/v1/comparisons/growth?company=twitter&metric=users&region=JP,US,WORLD&period=latest&base=qoq",
    "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017-Q4&currency=EUR",
    "/v1/comparisons/growth?company=twitter&metric=revenue&region=JP&period=2017",
    "/v1/comparisons/growth?company=twiter&metric=revenue&region=JP&period=2017-Q4",
    "/v1/comparisons/regions?company=twitter&metric=revenue&region=JP,XX&period=2017-Q4",
    "/v1/comparisons/share?company=twitter&metric=users&region=*&period=2017-Q4&base=yoy",
    "/v1/comparisons/share?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4",
    "/v1/comparisons/contribution?company=twitter&metric=users&region=*&period=2017-Q4",
    "/v1/comparisons/drivers?company=twitter&metric=revenue-per-user&region=JP&period=2017-Q4",
    "/v1/comparisons/drivers?company=twitter&metric=revenue&region=JP&period=2017-Q4",
    "/v1/comparisons/revisions?company=twitter&metric=revenue&region=JP&period=2017-Q4&from=2018-02-28",
    "/v1/comparisons/check?company=twitter&metric=revenue-per-user",
    "/v1/comparisons/check?company=twitter&period=2016-Q1&region=JP",
    "/v1/series?company=twitter&metric=users&region=JP,US&transform=level,yoy&lastNObservations=5",
    "/v1/series?company=twitter&metric=revenue&region=JP&transform=ttm&includeHistory=true",
    "/v1/series?company=twitter&metric=users&region=JP&transform=ttm",
    "/v1/series?company=twitter&metric=users&region=JP&lastNObservations=0",
]


def questions():
    """The paths with queries, each once."""
    with open("README.md", encoding="utf-8") as file:
        asked = re.findall(r"'http://127\.0\.0\.1:3000(/v1/[^']+)'", file.read())
    with open("src/main/resources/io/regionalmetrics/api/openapi.json", encoding="utf-8") as file:
        examples = json.load(file)["components"]["examples"].values()
    asked += [example.get("x-request", {}).get("get", "") for example in examples] + MORE
    return list(dict.fromkeys(path for path in asked if re.match(r"/v1/(comparisons/|series\?)", path)))


def called(path):
    """The tool and the arguments for a path with a query."""
    url = urllib.parse.urlsplit(path)
    arguments = {}
    for pair in url.query.split("&"):
        name, value = pair.split("=", 1)
        text = urllib.parse.unquote(value)
        if name not in OF_FORMATS:
            of_check = name == "metric" and url.path.endswith("/check")
            as_list = name in LISTS or of_check
            arguments[name] = text.split(",") if as_list else NUMBERS.get(name, str)(text)
    return url.path.rsplit("/", 1)[1], arguments


def got(path):
    """The body of the GET, and whether it is a problem. Numbers stay as they are written."""
    kept = [pair for pair in urllib.parse.urlsplit(path).query.split("&") if pair.split("=")[0] not in OF_FORMATS]
    address = ADDRESS + path.split("?")[0] + "?" + "&".join(kept)
    request = urllib.request.Request(address, headers={"accept": "application/json"})
    try:
        with urllib.request.urlopen(request) as response:
            return json.loads(response.read()), False
    except urllib.error.HTTPError as problem:
        return json.loads(problem.read()), True


async def ask(client, path):
    tool, arguments = called(path)
    expected, refused = got(path)
    result = await client.call_tool(tool, arguments)
    text = result.content[0].text
    assert result.is_error == refused, f"{path}: {text}"
    if refused:
        assert expected["detail"] in text, f"{path}: {text}"
    else:
        assert result.structured_content == expected, path
        assert text.startswith(re.sub(r"([\\`*\[\]<>|])", r"\\\1", expected["sentence"])), f"{path}: {text}"


async def find(client, text, company, region):
    found = (await client.call_tool("find", {"text": text})).structured_content
    assert [one["id"] for one in found["companies"]] == company, found
    assert [one["id"] for one in found["regions"]] == region, found


async def main():
    async with Client(ADDRESS + "/mcp", mode=MODE) as client:
        expected = {"auto": "2026-07-28", "legacy": "2025-11-25"}[MODE]
        assert client.session.protocol_version == expected, client.session.protocol_version
        tools = (await client.list_tools()).tools
        assert len(tools) == 9 and all(tool.annotations.read_only_hint for tool in tools)
        await find(client, "Twitter in Japan", ["twitter"], ["JP"])
        await find(client, "twitter revenue outside the US, Q4 2017", ["twitter"], ["US", "WORLD-US"])
        await find(client, "nothing of the kind", [], [])
        asked = questions()
        for path in asked:
            await ask(client, path)
        for resource in (await client.list_resources()).resources:
            contents = (await client.read_resource(resource.uri)).contents
            assert len(contents[0].text) > 10_000, resource.uri
        print(f"The Python client, {expected}: {len(asked)} questions.")


asyncio.run(main())
