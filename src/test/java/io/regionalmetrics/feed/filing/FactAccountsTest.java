package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.audit.FilingFolder;
import io.regionalmetrics.audit.FilingFolder.Entry;
import io.regionalmetrics.ingest.Document;
import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.xbrl.Fact;
import io.regionalmetrics.xbrl.Instance;
import io.regionalmetrics.xbrl.InstanceBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeten.extra.YearQuarter;

/** Every revenue fact of a filing is stored, or counted under one reason. */
class FactAccountsTest {
  private static final FilingFolder FOLDER =
      FilingFolder.read(Path.of("src", "test", "resources", "published", "sec", "kinds"));
  private static final String Q2 = "2023-04-01/2023-06-30";
  private static final String YEAR = "2023-01-01/2023-12-31";

  /** The concepts that docs/filings.md lists, wherever an element with a unit has their name. */
  private static final Pattern REVENUE =
      Pattern.compile(
          "<[\\w-]+:(RevenueFromContractWithCustomer(Ex|In)cludingAssessedTax|Revenues"
              + "|SalesRevenueNet|RevenuesNetOfInterestExpense|SalesRevenueGoodsNet"
              + "|SalesRevenueServicesNet|RevenuesExcludingInterestAndDividends)"
              + "\\s[^>]*unitRef");

  /** What Coca-Cola calls revenue too: its totals are the same. */
  private static final Pattern REVENUE_OF_COCA_COLA =
      Pattern.compile(
          "<[\\w-]+:(Revenue[fF]orReportableSegments|SegmentReportingInformationRevenue)\\s[^>]*unitRef");

  private static Stream<String> files() {
    return FOLDER.entries().stream().map(Entry::file);
  }

  private static Entry entry(String file) {
    return FOLDER.entries().stream()
        .filter(one -> one.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private static FilingContents read(String file) {
    Entry entry = entry(file);
    return new FilingSequence("acme", "Acme", entry.cik())
        .read(
            FilingSequence.filing(
                entry.cik(),
                entry.accession(),
                entry.form(),
                entry.filed().toString(),
                entry.period()),
            FOLDER.bytes(file));
  }

  private static int leftOut(FilingContents contents) {
    return contents.leftOut().values().stream().mapToInt(Integer::intValue).sum();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRevenueFactIsStoredOrCountedUnderOneReason(String file) {
    FilingContents contents = read(file);
    assertThat(contents.stored() + leftOut(contents)).isEqualTo(elements(file));
  }

  /** How many elements of the file are revenue, counted in its text. */
  private static int elements(String file) {
    String text = new String(FOLDER.bytes(file), StandardCharsets.UTF_8);
    int listed = (int) REVENUE.matcher(text).results().count();
    return file.startsWith("ko-")
        ? listed + (int) REVENUE_OF_COCA_COLA.matcher(text).results().count()
        : listed;
  }

  @ParameterizedTest
  @MethodSource("files")
  void storedFactsAreThoseThatFiguresOfTheirQuarterCite(String file) {
    FilingContents contents = read(file);
    Instance instance = FilingSequence.instance(FOLDER.bytes(file), WantedMetrics.REVENUE);
    Set<Citation> cited = cited(contents.documents(), "sec-" + entry(file).accession());
    FactCitations citations = new FactCitations(instance);
    FiscalCalendar calendar = FiscalCalendar.of(instance, company(file));
    long stored =
        instance.facts().stream()
            .filter(fact -> fact.concept().local().matches(".*(Revenue|Sales).*"))
            .filter(fact -> isCited(fact, citations, calendar, cited))
            .count();
    assertThat((long) contents.stored()).isEqualTo(stored);
  }

  private static Company company(String file) {
    return new Company(
        "acme", "Acme", Optional.of(entry(file).cik()), Optional.empty(), LocalDate.EPOCH);
  }

  /** The concept and members that a figure of a quarter cites. */
  private record Citation(String concept, Map<String, String> members, YearQuarter quarter) {}

  private static Set<Citation> cited(List<Document> documents, String source) {
    Set<Citation> cited = new HashSet<>();
    for (Document document : documents) {
      if (document.source().id().equals(source)) {
        document.observations().forEach(one -> cite(one.row().facts(), one.row().period(), cited));
        document
            .breakdowns()
            .forEach(one ->
                one.row()
                    .remainders()
                    .forEach(rest -> cite(rest.facts(), one.row().period(), cited)));
      }
    }
    return cited;
  }

  private static void cite(List<FiledFact> facts, YearQuarter quarter, Set<Citation> cited) {
    facts.forEach(fact -> cited.add(new Citation(fact.concept(), fact.dimensions(), quarter)));
  }

  private static boolean isCited(
      Fact fact, FactCitations citations, FiscalCalendar calendar, Set<Citation> cited) {
    return fact.context()
        .span()
        .filter(FiscalLength::isQuarter)
        .flatMap(calendar::quarterOf)
        .filter(quarter ->
            citations.of(List.of(fact)).stream()
                .map(one -> new Citation(one.concept(), one.dimensions(), quarter))
                .anyMatch(cited::contains))
        .isPresent();
  }

  private static FilingContents made(InstanceBuilder instance) {
    return FilingSequence.acme()
        .read(
            FilingSequence.filing(
                InstanceBuilder.CIK, "0000000042-24-000001", "10-K", "2024-02-01", "2023-12-31"),
            instance);
  }

  @Test
  void factThatServesTwoMetricsIsCountedOnce() {
    FilingContents contents =
        made(
            InstanceBuilder.instance()
                .fact(YEAR, "1000:0")
                .segment("acme:CloudMember", YEAR, "400:0")
                .segment("acme:EuropeMember", YEAR, "600:0"));
    assertThat(contents.found()).isEqualTo(3);
    assertThat(leftOut(contents)).isEqualTo(3);
  }

  @Test
  void factThatRepeatsAFigureIsStored() {
    FilingContents contents =
        made(
            InstanceBuilder.instance()
                .region("country:JP", Q2, "105:0")
                .region("country:JP", Q2, "110:-1"));
    assertThat(contents.stored()).isEqualTo(2);
    assertThat(contents.leftOut()).isEmpty();
  }

  @Test
  void factBesideAnIgnoredAxisIsLeftOutIfTheSameFactHasNone() {
    FilingContents contents =
        made(
            InstanceBuilder.instance()
                .region("country:JP", Q2, "100:0")
                .fact(
                    Q2,
                    "100:0",
                    "srt:StatementGeographicalAxis=country:JP",
                    "srt:ConsolidationItemsAxis=us-gaap:OperatingSegmentsMember"));
    assertThat(contents.stored()).isEqualTo(1);
    assertThat(contents.leftOut()).isEqualTo(Map.of(LeftOutReason.OTHER_AXIS, 1));
  }

  @Test
  void revenueOfARegionUnderAConceptThatIsNotReadIsCounted() {
    FilingContents contents =
        made(
            InstanceBuilder.instance()
                .of("acme:NetRevenueByPlace")
                .region("country:JP", Q2, "100:0")
                .of("acme:CostOfRevenueByPlace")
                .region("country:JP", Q2, "60:0"));
    assertThat(contents.observations()).isZero();
    assertThat(contents.leftOut()).isEqualTo(Map.of(LeftOutReason.UNREAD_CONCEPT, 1));
  }
}
