"""Asks every question by openapi-python-client's client, and sends a document. Ends with 1 where an answer is wrong."""

import datetime
import sys
from typing import Any, TypeVar

from regional_metrics_client import AuthenticatedClient
from regional_metrics_client.api.catalog import (
    get_company,
    list_companies,
    list_feeds,
    list_metrics,
    list_regions,
    list_sources,
)
from regional_metrics_client.api.comparisons import check, contribution, drivers, growth, regions, revisions, share
from regional_metrics_client.api.contract import get_contract
from regional_metrics_client.api.documents import add_document
from regional_metrics_client.api.series import series
from regional_metrics_client.models import (
    CheckAnswer,
    CompanyInFull,
    CompanyList,
    Contract,
    ContributionAnswer,
    Document,
    DocumentObservation,
    DocumentSource,
    DriversAnswer,
    FeedList,
    Figure,
    FindingCode,
    GrowthAnswer,
    MetricKind,
    MetricList,
    MissingCode,
    MissingFigure,
    Problem,
    RegionList,
    RegionsAnswer,
    Report,
    RevisionsAnswer,
    SeriesAnswer,
    ShareAnswer,
    SourceKind,
    SourceList,
    Transform,
    Verdict,
)
from regional_metrics_client.types import Unset

T = TypeVar("T")
CLIENT = AuthenticatedClient(base_url=sys.argv[1], token="none", raise_on_unexpected_status=True)
AS_OF = datetime.date(2018, 3, 1)
TWITTER: Any = {"client": CLIENT, "company": ["twitter"], "as_of": AS_OF}
REVENUE: Any = {**TWITTER, "metric": "revenue", "region": ["JP"], "period": "2017-Q4"}


def expect(what: str, met: bool) -> None:
    if not met:
        raise SystemExit(f"unexpected: {what}")
    print(f"openapi-python-client: {what}")


def given(kind: type[T], answer: object) -> T:
    """The answer as the type it must have; a problem ends the program with its words."""
    if isinstance(answer, Problem):
        raise SystemExit(answer.detail)
    if not isinstance(answer, kind):
        raise SystemExit(f"not a {kind.__name__}: {answer}")
    return answer


def number(cell: Figure | MissingFigure | Unset) -> float:
    if isinstance(cell, Figure):
        return cell.value
    raise SystemExit(cell.message if isinstance(cell, MissingFigure) else "not in the answer")


DOCUMENT = Document(
    source=DocumentSource(
        id="results-2018-02-08",
        title="Results of the fourth quarter of 2017",
        publisher="Twitter",
        published=datetime.date(2018, 2, 8),
        kind=SourceKind.COMPANY,
    ),
    observations=[
        DocumentObservation("twitter", "users", "WORLD", "2017-Q4", value=330000000, decimals=-6),
        DocumentObservation("twitter", "revenue", "WORLD", "2017-Q4", value=731560000, decimals=-3),
        DocumentObservation("twitter", "revenue", "WORLD", "2016-Q4", value=717206000, decimals="INF"),
    ],
)
report = given(Report, add_document.sync(client=CLIENT, body=DOCUMENT))
expect("the document's figures are counted", report.observations == 3)

grown = given(GrowthAnswer, growth.sync(**REVENUE))
expect(grown.sentence, number(grown.rows[0].growth) == 34)
expect("a finding", any(finding.code == FindingCode.BASE_IMPLIED for finding in grown.findings))
expect("a source", grown.sources["reuters-2018-03-01"].kind == SourceKind.PRESS)

euros = given(GrowthAnswer, growth.sync(**REVENUE, currency="EUR", fx="1.2294"))
expect(euros.sentence, round(number(euros.rows[0].value)) == 86220921)

ranked = given(RegionsAnswer, regions.sync(**REVENUE | {"metric": "revenue-per-user", "region": ["JP", "WORLD-US"]}, against="WORLD-US"))
expect(ranked.sentence, ranked.rows[0].rank == 1)

part = given(ShareAnswer, share.sync(**REVENUE, base="yoy"))
expect(part.sentence, number(part.rows[0].share) > 14)

added = given(ContributionAnswer, contribution.sync(**REVENUE))
expect(added.sentence, number(added.rows[0].contribution) > 3)

driven = given(DriversAnswer, drivers.sync(**REVENUE | {"metric": "revenue-per-user"}))
expect(driven.sentence, len(driven.rows[0].drivers) == 2)

revised = given(RevisionsAnswer, revisions.sync(**REVENUE, from_=datetime.date(2018, 2, 28), to=AS_OF))
before = revised.rows[0].before
expect(revised.sentence, isinstance(before, MissingFigure) and before.missing == MissingCode.NOT_YET_PUBLISHED)

checked = given(CheckAnswer, check.sync(**TWITTER, region=["*"]))
expect(checked.sentence, any(row.verdict == Verdict.CONSISTENT for row in checked.rows))

users = given(
    SeriesAnswer,
    series.sync(**TWITTER, metric="users", region=["JP"], transform=[Transform.LEVEL, Transform.YOY], include_history=True),
)
expect(users.sentence, number(users.rows[-1].yoy) == 12.5)

companies = given(CompanyList, list_companies.sync(client=CLIENT))
expect("companies", any(company.id == "twitter" for company in companies.companies))
twitter = given(CompanyInFull, get_company.sync("twitter", client=CLIENT))
expect("a company", any(metric.kind == MetricKind.RATIO for metric in twitter.metrics))
expect("metrics", bool(given(MetricList, list_metrics.sync(client=CLIENT)).metrics))
expect("regions", bool(given(RegionList, list_regions.sync(client=CLIENT, company="twitter")).regions))
expect("sources", bool(given(SourceList, list_sources.sync(client=CLIENT)).sources))
expect("feeds", given(FeedList, list_feeds.sync(client=CLIENT)).feeds is not None)
expect("the contract", given(Contract, get_contract.sync(client=CLIENT)).openapi == "3.1.1")

refused = growth.sync(**REVENUE | {"region": ["XX"]})
if not isinstance(refused, Problem) or isinstance(refused.invalid_params, Unset):
    raise SystemExit(f"not a problem: {refused}")
expect(refused.detail, refused.status == 404 and refused.invalid_params[0].name == "region")
