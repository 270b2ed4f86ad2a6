import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.CatalogApi;
import org.openapitools.client.api.ComparisonsApi;
import org.openapitools.client.api.ContractApi;
import org.openapitools.client.api.DocumentsApi;
import org.openapitools.client.api.SeriesApi;
import org.openapitools.client.model.Decimals;
import org.openapitools.client.model.Document;
import org.openapitools.client.model.DocumentObservation;
import org.openapitools.client.model.DocumentSource;
import org.openapitools.client.model.Figure;
import org.openapitools.client.model.FigureOrMissing;
import org.openapitools.client.model.FindingCode;
import org.openapitools.client.model.MetricKind;
import org.openapitools.client.model.MissingCode;
import org.openapitools.client.model.MissingFigure;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.SourceKind;
import org.openapitools.client.model.Transform;
import org.openapitools.client.model.Verdict;

/**
 * Asks every question by openapi-generator's Java client, and sends a document. Ends with 1 where
 * an answer is wrong.
 */
final class Ask {
  private static final List<String> TWITTER = List.of("twitter");
  private static final List<String> JAPAN = List.of("JP");
  private static final String PERIOD = "2017-Q4";
  private static final LocalDate AS_OF = LocalDate.of(2018, 3, 1);

  private final ApiClient client;
  private final ComparisonsApi comparisons;
  private final CatalogApi catalog;

  private Ask(String address) {
    this.client = new ApiClient().setBasePath(address);
    this.comparisons = new ComparisonsApi(client);
    this.catalog = new CatalogApi(client);
  }

  public static void main(String[] arguments) throws ApiException {
    Ask ask = new Ask(arguments[0]);
    ask.document();
    ask.levels();
    ask.parts();
    ask.history();
    ask.lists();
    ask.refusal();
    System.exit(0); // The HTTP client's threads would keep the program for a minute.
  }

  private static void expect(String what, boolean met) {
    if (!met) {
      throw new AssertionError("unexpected: " + what);
    }
    System.out.println("openapi-generator, Java: " + what);
  }

  private static BigDecimal number(FigureOrMissing cell) {
    return switch (cell.getActualInstance()) {
      case Figure figure -> figure.getValue();
      case MissingFigure missing -> throw new AssertionError(missing.getMessage());
      default -> throw new AssertionError(cell);
    };
  }

  private static boolean equal(String expected, BigDecimal number) {
    return new BigDecimal(expected).compareTo(number) == 0;
  }

  private void document() throws ApiException {
    Document document =
        new Document()
            .source(
                new DocumentSource()
                    .id("results-2018-02-08")
                    .title("Results of the fourth quarter of 2017")
                    .publisher("Twitter")
                    .published(LocalDate.of(2018, 2, 8))
                    .kind(SourceKind.COMPANY))
            .addObservationsItem(observed("users", "2017-Q4", "330000000", new Decimals(-6)))
            .addObservationsItem(observed("revenue", "2017-Q4", "731560000", new Decimals(-3)))
            .addObservationsItem(observed("revenue", "2016-Q4", "717206000", new Decimals("INF")));
    expect(
        "the document's figures are counted",
        new DocumentsApi(client).addDocument(document).getObservations() == 3);
  }

  private static DocumentObservation observed(
      String metric, String period, String value, Decimals decimals) {
    return new DocumentObservation()
        .company("twitter")
        .metric(metric)
        .region("WORLD")
        .period(period)
        .value(new BigDecimal(value))
        .decimals(decimals);
  }

  private void levels() throws ApiException {
    var growth = comparisons.growth(TWITTER, "revenue", JAPAN, PERIOD).asOf(AS_OF).execute();
    expect(growth.getSentence(), equal("34", number(growth.getRows().getFirst().getGrowth())));
    expect(
        "a finding",
        growth.getFindings().stream()
            .anyMatch(finding -> finding.getCode() == FindingCode.BASE_IMPLIED));
    expect("a source", growth.getSources().get("reuters-2018-03-01").getKind() == SourceKind.PRESS);
    var euros =
        comparisons
            .growth(TWITTER, "revenue", JAPAN, PERIOD)
            .asOf(AS_OF)
            .currency("EUR")
            .fx("1.2294")
            .execute();
    expect(
        euros.getSentence(), equal("86220920.7744", number(euros.getRows().getFirst().getValue())));
    var regions =
        comparisons
            .regions(TWITTER, "revenue-per-user", List.of("JP", "WORLD-US"), PERIOD)
            .against("WORLD-US")
            .asOf(AS_OF)
            .execute();
    expect(regions.getSentence(), regions.getRows().getFirst().getRank() == 1);
  }

  private void parts() throws ApiException {
    var share =
        comparisons.share(TWITTER, "revenue", JAPAN, PERIOD).base("yoy").asOf(AS_OF).execute();
    expect(share.getSentence(), number(share.getRows().getFirst().getShare()).intValue() == 14);
    var contribution =
        comparisons.contribution(TWITTER, "revenue", JAPAN, PERIOD).asOf(AS_OF).execute();
    expect(
        contribution.getSentence(),
        number(contribution.getRows().getFirst().getContribution()).intValue() == 3);
    var drivers =
        comparisons.drivers(TWITTER, "revenue-per-user", JAPAN, PERIOD).asOf(AS_OF).execute();
    expect(drivers.getSentence(), drivers.getRows().getFirst().getDrivers().size() == 2);
  }

  private void history() throws ApiException {
    var revisions =
        comparisons
            .revisions(TWITTER, "revenue", JAPAN, PERIOD)
            .from(LocalDate.of(2018, 2, 28))
            .to(AS_OF)
            .execute();
    expect(
        revisions.getSentence(),
        revisions.getRows().getFirst().getBefore().getActualInstance()
                instanceof MissingFigure missing
            && missing.getMissing() == MissingCode.NOT_YET_PUBLISHED);
    var check = comparisons.check(TWITTER).region(List.of("*")).asOf(AS_OF).execute();
    expect(
        check.getSentence(),
        check.getRows().stream().anyMatch(row -> row.getVerdict() == Verdict.CONSISTENT));
    var series =
        new SeriesApi(client)
            .series(TWITTER, "users", JAPAN)
            .transform(List.of(Transform.LEVEL, Transform.YOY))
            .includeHistory(true)
            .asOf(AS_OF)
            .execute();
    expect(series.getSentence(), equal("12.5", number(series.getRows().getLast().getYoy())));
  }

  private void lists() throws ApiException {
    expect(
        "companies",
        catalog.listCompanies().execute().getCompanies().stream()
            .anyMatch(company -> company.getId().equals("twitter")));
    expect(
        "a company",
        catalog.getCompany("twitter").execute().getMetrics().stream()
            .anyMatch(metric -> metric.getKind() == MetricKind.RATIO));
    expect("metrics", !catalog.listMetrics().execute().getMetrics().isEmpty());
    expect("regions", !catalog.listRegions().company("twitter").execute().getRegions().isEmpty());
    expect("sources", !catalog.listSources().execute().getSources().isEmpty());
    expect("feeds", catalog.listFeeds().execute().getFeeds() != null);
    expect("the contract", new ContractApi(client).getContract().execute().getOpenapi() != null);
  }

  private void refusal() {
    try {
      comparisons.growth(TWITTER, "revenue", List.of("XX"), PERIOD).asOf(AS_OF).execute();
      throw new AssertionError("an unknown region is not refused");
    } catch (ApiException refused) {
      Problem problem = client.getJSON().deserialize(refused.getResponseBody(), Problem.class);
      expect(
          problem.getDetail(),
          problem.getStatus() == 404
              && problem.getInvalidParams().getFirst().getName().equals("region"));
    }
  }
}
