"""Asks every question by openapi-generator's Python client, and sends a document. Ends with 1 where an answer is wrong."""

import datetime
import sys
from typing import Any

import regional_metrics as metrics

API = metrics.ApiClient(metrics.Configuration(host=sys.argv[1]))
COMPARISONS = metrics.ComparisonsApi(API)
CATALOG = metrics.CatalogApi(API)
AS_OF = datetime.date(2018, 3, 1)
TWITTER: Any = {"company": ["twitter"], "as_of": AS_OF}
REVENUE: Any = {**TWITTER, "metric": "revenue", "region": ["JP"], "period": "2017-Q4"}


def expect(what: str, met: bool) -> None:
    if not met:
        raise SystemExit(f"unexpected: {what}")
    print(f"openapi-generator, Python: {what}")


def number(cell: metrics.FigureOrMissing | None) -> float:
    figure = cell.actual_instance if cell else None
    if isinstance(figure, metrics.Figure):
        return figure.value
    raise SystemExit(figure.message if figure else "not in the answer")


report = metrics.DocumentsApi(API).add_document(
    metrics.Document(
        source=metrics.DocumentSource(
            id="results-2018-02-08",
            title="Results of the fourth quarter of 2017",
            publisher="Twitter",
            published=datetime.date(2018, 2, 8),
            kind=metrics.SourceKind.COMPANY,
        ),
        observations=[
            metrics.DocumentObservation(
                company="twitter", metric="users", region="WORLD", period="2017-Q4",
                value=330000000, decimals=metrics.Decimals(-6),
            ),
            metrics.DocumentObservation(
                company="twitter", metric="revenue", region="WORLD", period="2017-Q4",
                value=731560000, decimals=metrics.Decimals(-3),
            ),
            metrics.DocumentObservation(
                company="twitter", metric="revenue", region="WORLD", period="2016-Q4",
                value=717206000, decimals=metrics.Decimals("INF"),
            ),
        ],
    )
)
expect("the document's figures are counted", report.observations == 3)

grown = COMPARISONS.growth(**REVENUE)
expect(grown.sentence, number(grown.rows[0].growth) == 34)
expect("a finding", any(finding.code == metrics.FindingCode.BASE_IMPLIED for finding in grown.findings))
expect("a source", grown.sources["reuters-2018-03-01"].kind == metrics.SourceKind.PRESS)

euros = COMPARISONS.growth(**REVENUE, currency="EUR", fx="1.2294")
expect(euros.sentence, round(number(euros.rows[0].value)) == 86220921)

ranked = COMPARISONS.regions(**REVENUE | {"metric": "revenue-per-user", "region": ["JP", "WORLD-US"]}, against="WORLD-US")
expect(ranked.sentence, ranked.rows[0].rank == 1)

part = COMPARISONS.share(**REVENUE, base="yoy")
expect(part.sentence, number(part.rows[0].share) > 14)

added = COMPARISONS.contribution(**REVENUE)
expect(added.sentence, number(added.rows[0].contribution) > 3)

driven = COMPARISONS.drivers(**REVENUE | {"metric": "revenue-per-user"})
expect(driven.sentence, len(driven.rows[0].drivers) == 2)

revised = COMPARISONS.revisions(**REVENUE, var_from=datetime.date(2018, 2, 28), to=AS_OF)
before = revised.rows[0].before.actual_instance
expect(
    revised.sentence,
    isinstance(before, metrics.MissingFigure) and before.missing == metrics.MissingCode.NOT_YET_PUBLISHED,
)

checked = COMPARISONS.check(**TWITTER, region=["*"])
expect(checked.sentence, any(row.verdict == metrics.Verdict.CONSISTENT for row in checked.rows))

users = metrics.SeriesApi(API).series(
    **TWITTER, metric="users", region=["JP"], transform=[metrics.Transform.LEVEL, metrics.Transform.YOY], include_history=True
)
expect(users.sentence, number(users.rows[-1].yoy) == 12.5)

expect("companies", any(company.id == "twitter" for company in CATALOG.list_companies().companies))
expect("a company", any(metric.kind == metrics.MetricKind.RATIO for metric in CATALOG.get_company("twitter").metrics))
expect("metrics", bool(CATALOG.list_metrics().metrics))
expect("regions", bool(CATALOG.list_regions(company="twitter").regions))
expect("sources", bool(CATALOG.list_sources().sources))
expect("feeds", CATALOG.list_feeds().feeds is not None)
expect("the contract", metrics.ContractApi(API).get_contract().openapi == "3.1.1")

try:
    COMPARISONS.growth(**REVENUE | {"region": ["XX"]})
    raise SystemExit("an unknown region is not refused")
except metrics.ApiException as refusal:
    problem = refusal.data
    if not isinstance(problem, metrics.Problem) or not problem.invalid_params:
        raise SystemExit(f"not a problem: {refusal}") from refusal
    expect(problem.detail, problem.status == 404 and problem.invalid_params[0].name == "region")
