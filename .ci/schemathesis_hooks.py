"""What schemathesis can't know of this API: that CSV is text, and which words have figures behind them."""

import zlib

import schemathesis

CSV = ("text/csv", "application/vnd.sdmx.data+csv")

KNOWN = {
    "company": ["twitter"],
    "metric": ["revenue", "users", "revenue-per-user"],
    "region": ["JP", "US", "WORLD-US", "INTERNATIONAL", "US+JP", "WORLD", "*"],
    "whole": ["WORLD", "INTERNATIONAL"],
    "against": ["US", "WORLD-US"],
    "period": ["2017-Q4", "2016-Q4", "latest"],
    "startPeriod": ["2016-Q4"],
    "endPeriod": ["2017-Q4"],
    "asOf": ["2018-03-01", "2020-01-01"],
    "currency": ["EUR", "USD", "GBP"],
    "fx": ["average", "end", "2018-02-27", "1.2294"],
}


@schemathesis.deserializer(*CSV)
def text(context, response):
    return response.content.decode("utf-8")


@schemathesis.serializer(*CSV)
def encoded(context, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8")


@schemathesis.hook
def map_case(context, case):
    """Three of four words that fit the contract become known ones: random ones have no figures."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return case
    for name, words in KNOWN.items():
        if case.query and name in case.query:
            dice = zlib.crc32(repr((name, sorted(case.query.items(), key=str))).encode())
            if dice % 4:
                word = words[dice // 4 % len(words)]
                case.query[name] = [word] if isinstance(case.query[name], list) else word
    return case
