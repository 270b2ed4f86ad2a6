// Asks every question through the types of openapi-typescript, and sends a document. Ends with 1 where an answer is wrong.
import createClient from "openapi-fetch";
import type { components, paths } from "./regional-metrics.js";

type Schemas = components["schemas"];

const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.argv[2] });

function expect(what: string, met: boolean): void {
  if (!met) {
    throw new Error(`unexpected: ${what}`);
  }
  console.log(`typescript: ${what}`);
}

function number(cell: Schemas["FigureOrMissing"] | undefined): number {
  if (cell === undefined || "missing" in cell) {
    throw new Error(cell === undefined ? "not in the answer" : cell.message);
  }
  return cell.value;
}

/** The answer, or the problem's words. */
function given<T>(reply: { data?: T; error?: Schemas["Problem"] }): T {
  if (reply.data === undefined) {
    throw new Error(reply.error?.detail ?? "no body");
  }
  return reply.data;
}

const asOf = "2018-03-01";
const revenue = { company: ["twitter"], metric: "revenue", region: ["JP"], period: "2017-Q4", asOf };

const document: Schemas["Document"] = {
  source: {
    id: "results-2018-02-08",
    title: "Results of the fourth quarter of 2017",
    publisher: "Twitter",
    published: "2018-02-08",
    kind: "company",
  },
  observations: [
    { company: "twitter", metric: "users", region: "WORLD", period: "2017-Q4", value: 330000000, decimals: -6 },
    { company: "twitter", metric: "revenue", region: "WORLD", period: "2017-Q4", value: 731560000, decimals: -3 },
    { company: "twitter", metric: "revenue", region: "WORLD", period: "2016-Q4", value: 717206000, decimals: "INF" },
  ],
};
const report = given(await client.POST("/v1/observations", { body: document }));
expect("the document's figures are counted", report.observations === 3);

const growth = given(await client.GET("/v1/comparisons/growth", { params: { query: revenue } }));
expect(growth.sentence, number(growth.rows[0]?.growth) === 34);
expect("a finding", growth.findings.some((finding) => finding.code === "base-implied"));

const euros = given(await client.GET("/v1/comparisons/growth", { params: { query: { ...revenue, currency: "EUR", fx: "1.2294" } } }));
expect(euros.sentence, Math.round(number(euros.rows[0]?.value)) === 86220921);

const regions = given(await client.GET("/v1/comparisons/regions", {
  params: { query: { ...revenue, metric: "revenue-per-user", region: ["JP", "WORLD-US"], against: "WORLD-US" } },
}));
expect(regions.sentence, regions.rows[0]?.rank === 1);

const share = given(await client.GET("/v1/comparisons/share", { params: { query: { ...revenue, base: "yoy" } } }));
expect(share.sentence, number(share.rows[0]?.share) > 14);

const contribution = given(await client.GET("/v1/comparisons/contribution", { params: { query: revenue } }));
expect(contribution.sentence, number(contribution.rows[0]?.contribution) > 3);

const drivers = given(await client.GET("/v1/comparisons/drivers", { params: { query: { ...revenue, metric: "revenue-per-user" } } }));
expect(drivers.sentence, drivers.rows[0]?.drivers.length === 2);

const revisions = given(await client.GET("/v1/comparisons/revisions", { params: { query: { ...revenue, from: "2018-02-28", to: asOf } } }));
const before = revisions.rows[0]?.before;
expect(revisions.sentence, before !== undefined && "missing" in before && before.missing === "not-yet-published");

const check = given(await client.GET("/v1/comparisons/check", { params: { query: { company: ["twitter"], region: ["*"], asOf } } }));
expect(check.sentence, check.rows.some((row) => row.verdict === "consistent"));

const series = given(await client.GET("/v1/series", {
  params: { query: { company: ["twitter"], metric: "users", region: ["JP"], transform: ["level", "yoy"], includeHistory: true, asOf } },
}));
expect(series.sentence, number(series.rows.at(-1)?.yoy) === 12.5);

const pictures = await client.GET("/v1/comparisons/growth", {
  params: { query: { ...revenue, format: "svg", title: false, width: 480 } },
  parseAs: "text",
});
expect("a picture", String(pictures.data).startsWith("<svg"));

expect("companies", given(await client.GET("/v1/companies")).companies.some(({ id }) => id === "twitter"));
const twitter = given(await client.GET("/v1/companies/{company}", { params: { path: { company: "twitter" } } }));
expect("a company", twitter.metrics.some(({ kind }) => kind === "ratio"));
expect("metrics", given(await client.GET("/v1/metrics")).metrics.length > 0);
expect("regions", given(await client.GET("/v1/regions", { params: { query: { company: "twitter" } } })).regions.length > 0);
expect("sources", given(await client.GET("/v1/sources")).sources.some(({ kind }) => kind === "press"));
expect("feeds", Array.isArray(given(await client.GET("/v1/feeds")).feeds));
expect("the contract", given(await client.GET("/openapi.json")).openapi === "3.1.1");

const refused = await client.GET("/v1/comparisons/growth", { params: { query: { ...revenue, region: ["XX"] } } });
expect(refused.error?.detail ?? "", refused.error?.status === 404 && refused.error.invalid_params?.[0]?.name === "region");
