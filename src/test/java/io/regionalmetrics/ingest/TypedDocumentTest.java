package io.regionalmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.regionalmetrics.ingest.Document.MetricRow;
import io.regionalmetrics.ingest.Document.ObservationRow;
import io.regionalmetrics.ingest.Document.RegionRow;
import io.regionalmetrics.integration.LocalDynamoDb;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.MetricKind;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.model.Source.SourceKind;
import io.regionalmetrics.model.Status;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.number.Precision;
import io.regionalmetrics.refusal.Refusal;
import io.regionalmetrics.refusal.Refusal.Invalid;
import io.regionalmetrics.refusal.Refusal.Reason;
import io.regionalmetrics.region.RegionExpression;
import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.store.Store;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A document created in code has the limits and the effect of the same document in JSON. */
class TypedDocumentTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2018-03-01T12:00:00Z"));
  private static final LocalDate PUBLISHED = LocalDate.of(2018, 3, 1);
  private static final String JSON =
      """
      {"source": {"id": "letter", "title": "Letter", "publisher": "Twitter",
                  "published": "2018-03-01", "kind": "company"},
       "companies": [{"id": "twitter", "name": "Twitter"}],
       "metrics": [{"id": "revenue", "name": "Revenue", "kind": "flow", "unit": "USD"}],
       "regions": [{"id": "INTERNATIONAL", "company": "twitter", "name": "International",
                    "residual": "WORLD-US"}],
       "observations": [{"company": "twitter", "metric": "revenue", "region": "INTERNATIONAL",
                         "period": "2017-Q4", "value": 106000000, "decimals": -6}]}
      """;

  private final String table = LocalDynamoDb.freshTable();
  private final Ingest ingest = ingest(table);
  private final Deadline deadline = Deadline.in(Duration.ofSeconds(60), CLOCK);

  private static Ingest ingest(String table) {
    return new Ingest(new Store(LocalDynamoDb.client(), table, CLOCK), CLOCK);
  }

  @Test
  void typedDocumentIsStoredLikeItsJson() {
    String other = LocalDynamoDb.freshTable();
    IngestReport typed = ingest.take(document(company("Twitter"), revenue("106000000")), deadline);
    IngestReport json = ingest(other).json(JSON.getBytes(StandardCharsets.UTF_8), deadline);
    assertThat(typed).isEqualTo(json).isEqualTo(new IngestReport(1, 1, 0, 0, 1, Optional.empty()));
    assertThat(items(table)).isNotEmpty().isEqualTo(items(other));
  }

  @Test
  void overlongNameIsRefusedAndNothingIsWritten() {
    refused(
        document(company("x".repeat(201)), revenue("106000000")),
        "companies[0].name",
        "must be 1 to 200 characters long, without control characters");
  }

  @Test
  void longestAllowedNameIsAccepted() {
    ingest.take(document(company("x".repeat(200)), revenue("106000000")), deadline);
    assertThat(items(table)).isNotEmpty();
  }

  @Test
  void numberWithTooManyDigitsIsRefusedAndNothingIsWritten() {
    refused(
        document(company("Twitter"), revenue("1".repeat(35))),
        "observations[0].value",
        "has more than 34 digits");
  }

  @Test
  void malformedIdIsRefusedAndNothingIsWritten() {
    Company company =
        new Company("Twitter", "Twitter", Optional.empty(), Optional.empty(), PUBLISHED);
    refused(
        document(company, revenue("106000000")),
        "companies[0].id",
        "is not " + DocumentFields.VALID_ID);
  }

  @Test
  void emptyDocumentIsRefusedAndNothingIsWritten() {
    refused(
        Document.of(source(), List.of(), List.of(), List.of(), List.of(), List.of()),
        "observations",
        "is missing: the document is empty");
  }

  @Test
  void companyNameIsDatedByItsSource() {
    Company company =
        new Company("twitter", "Twitter", Optional.empty(), Optional.empty(), LocalDate.EPOCH);
    Document document = document(company, revenue("106000000"));
    assertThat(document.companies().getFirst().row().company().named()).isEqualTo(PUBLISHED);
  }

  private void refused(Document document, String place, String why) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> ingest.take(document, deadline));
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.invalid()).containsExactly(new Invalid(place, why));
    assertThat(items(table)).isEmpty();
  }

  private static Set<Map<String, AttributeValue>> items(String table) {
    return new HashSet<>(LocalDynamoDb.client().scan(request -> request.tableName(table)).items());
  }

  private static Document document(Company company, ObservationRow observation) {
    return Document.of(
        source(),
        List.of(company),
        List.of(metric()),
        List.of(region()),
        List.of(observation),
        List.of());
  }

  private static Source source() {
    return new Source(
        "letter", "Letter", "Twitter", Optional.empty(), PUBLISHED, SourceKind.COMPANY);
  }

  private static Company company(String name) {
    return new Company("twitter", name, Optional.empty(), Optional.empty(), PUBLISHED);
  }

  private static MetricRow metric() {
    return new MetricRow(
        Optional.empty(),
        "revenue",
        "Revenue",
        MetricKind.FLOW,
        Optional.empty(),
        new Unit("USD"),
        Optional.empty(),
        false,
        Optional.empty());
  }

  private static RegionRow region() {
    return new RegionRow(
        Optional.of("twitter"),
        "INTERNATIONAL",
        "International",
        List.of(),
        List.of(),
        Optional.of(RegionExpression.parse("WORLD-US")));
  }

  private static ObservationRow revenue(String value) {
    return new ObservationRow(
        "twitter",
        "revenue",
        "INTERNATIONAL",
        YearQuarter.of(2017, 4),
        Measure.LEVEL,
        Optional.empty(),
        Optional.of(new BigDecimal(value)),
        new Precision.Decimals(-6),
        Status.NORMAL,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
