package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.regionalmetrics.model.Company;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of filings, and indexes of files. */
class SubmissionsTest {
  private static final String TABLE =
      """
      {"accessionNumber":["0000000042-24-000003","0000000042-24-000002","0000000042-23-000001","0000000042-09-000001"],
       "filingDate":["2024-02-01","2024-01-15","2023-05-01","2009-05-01"],
       "reportDate":["2023-12-31","","2023-03-31","2009-03-31"],
       "acceptanceDateTime":["2024-02-01T16:00:00.000Z","","","" ],
       "form":["10-K/A","8-K","10-Q","10-Q"],
       "isXBRL":[1,0,1,0],"isInlineXBRL":[1,0,0,0],
       "primaryDocument":["acme-20231231.htm","x.htm","acme.htm","old.txt"],
       "primaryDocDescription":["10-K/A","","",""]}\
      """;
  private static final String LIST =
      """
      {"cik":"42","name":"ACME INC","fiscalYearEnd":"0630","formerNames":[{"name":"X"}],
       "filings":{"recent":%s,"files":[{"name":"CIK0000000042-submissions-001.json","filingCount":2,"filingFrom":"2001-01-01","filingTo":"2008-12-31"}]}}
      """
          .formatted(TABLE);
  private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Submissions read(String text) {
    try {
      return SubmissionsReader.read(bytes(text), ALWAYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertRefused(String text, String words) {
    assertThatExceptionOfType(UnreadableListing.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(words);
  }

  @Test
  void reportsAndAmendmentsAreListedOldestFirst() {
    Submissions list = read(LIST);
    assertThat(list.filings())
        .extracting(Filing::accession)
        .containsExactly("0000000042-09-000001", "0000000042-23-000001", "0000000042-24-000003");
    assertThat(list.cik()).isEqualTo("0000000042");
    assertThat(list.fiscalYearEnd()).contains(MonthDay.of(6, 30));
    assertThat(list.olderPages()).hasSize(1);
  }

  @Test
  void filingsBeforeTheRequestedDayAreLeftOut() throws IOException {
    assertThat(SubmissionsReader.read(bytes(LIST), LocalDate.of(2024, 1, 1)).filings())
        .extracting(Filing::form)
        .containsExactly("10-K/A");
  }

  @Test
  void anOlderPageConsistsOfTheTableOnly() throws IOException {
    assertThat(SubmissionsReader.readPage(bytes(TABLE), "42", ALWAYS)).hasSize(3);
  }

  @Test
  void anInlineFilingsInstanceFollowsFromItsMainFile() {
    assertThat(read(LIST).filings().getLast().extractedInstance())
        .contains("/Archives/edgar/data/42/000000004224000003/acme-20231231_htm.xml");
  }

  @Test
  void anOlderFilingsInstanceIsInItsIndex() {
    Filing older = read(LIST).filings().get(1);
    assertThat(older.extractedInstance()).isEmpty();
    assertThat(older.index()).isEqualTo("/Archives/edgar/data/42/000000004223000001/index.json");
  }

  @Test
  void theIndexNamesTheInstance() throws IOException {
    assertThat(
            FilingIndex.read(
                    bytes(
                        """
                        {"directory":{"name":"/Archives/edgar/data/42","item":[
                          {"name":"acme.htm","type":"text.gif","size":""},
                          {"name":"FilingSummary.xml"},{"name":"R1.xml"},{"name":"acme-20230331.xsd"},
                          {"name":"acme-20230331_cal.xml"},{"name":"acme-20230331_lab.xml"},
                          {"name":"../../evil.xml"},{"name":"acme-20230331.xml"}]}}\
                        """))
                .instance())
        .contains("acme-20230331.xml");
  }

  @Test
  void anIndexOfSomethingElseIsRefused() {
    assertThatExceptionOfType(UnreadableListing.class)
        .isThrownBy(() -> FilingIndex.read(bytes("{\"error\":\"no\"}")))
        .withMessageContaining("directory.item");
  }

  @Test
  void htmlIsRefused() {
    assertRefused("<html>Too many requests</html>", "not JSON");
  }

  @Test
  void aListThatEndsInTheMiddleIsRefused() {
    assertRefused(LIST.substring(0, LIST.length() / 2), "ends in the middle");
  }

  @Test
  void otherJsonIsRefused() {
    assertRefused("{\"cik\":\"42\",\"name\":\"ACME\"}", "filings.recent");
    assertRefused("[]", "not a JSON object");
  }

  @Test
  void columnsOfDifferentLengthsAreRefused() {
    assertRefused(LIST.replace("\"10-K/A\",\"8-K\",\"10-Q\",\"10-Q\"", "\"10-K/A\""), "'form'");
  }

  @Test
  void aPageSomewhereElseIsRefused() {
    assertRefused(LIST.replace("CIK0000000042-submissions-001.json", "../x.json"), "../x.json");
  }

  @Test
  void reportsOfOtherFormsAreCountedByForm() {
    assertThat(read(LIST.replace("\"10-Q\"", "\"20-F\"")).otherReports())
        .containsExactly(Map.entry("20-F", 2));
    assertThat(read(LIST).otherReports()).isEmpty();
  }

  @Test
  void aMalformedAccessionNumberIsRefused() {
    assertRefused(LIST.replace("0000000042-23-000001", "../../x"), "accession");
  }

  @Test
  void aNewCompanysIdIsMadeFromItsName() {
    Submissions list = read(LIST);
    assertThat(list.company(Optional.empty(), id -> false, ALWAYS).id()).isEqualTo("acme");
    assertThat(list.company(Optional.empty(), List.of("acme")::contains, ALWAYS).id())
        .isEqualTo("acme-42");
  }

  @Test
  void aKnownCompanyKeepsTheDayOfItsNameUnlessTheListAddsToIt() {
    Submissions list = read(LIST);
    Company company = list.company(Optional.empty(), id -> false, ALWAYS);
    assertThat(list.company(Optional.of(company), id -> false, ALWAYS.plusDays(1)))
        .isEqualTo(company);
    Company withoutCik =
        new Company("acme", "Acme", Optional.empty(), company.fiscalYearEnd(), ALWAYS);
    assertThat(list.company(Optional.of(withoutCik), id -> false, ALWAYS.plusDays(1)).named())
        .isEqualTo(ALWAYS.plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({
    "'Tesla, Inc.', tesla",
    "NETFLIX INC, netflix",
    "Apple Inc., apple",
    "AT&T INC., at-and-t",
    "'ALTRIA GROUP, INC. /VA/', altria-group",
    "'BANK OF AMERICA CORP /DE/', bank-of-america",
    "JPMORGAN CHASE & CO, jpmorgan-chase",
    "Nestlé S.A., nestle",
    "'McDonald''s Corp', mcdonalds",
    "AMAZON COM INC, amazon-com",
    "'Amazon.com, Inc.', amazon-com",
    "'J.P. Morgan Ltd.', jp-morgan",
    "GRUPO ACME S.A. de C.V., grupo-acme",
    "Alphabet Inc., alphabet",
    "3M CO, 3m",
    "Company Inc, company"
  })
  void anIdIsTheNameWithoutTheLegalForm(String name, String id) {
    assertThat(CompanyNames.id(name)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "'Netflix, Inc.', Netflix",
    "Apple Inc., Apple",
    "JPMorgan Chase & Co., JPMorgan Chase",
    "'Meta Platforms, Inc.', Meta Platforms",
    "'HOME DEPOT, INC.', Home Depot",
    "FORD MOTOR CO, Ford Motor",
    "INTERNATIONAL BUSINESS MACHINES CORP, International Business Machines",
    "RTX Corp, RTX",
    "HSBC HOLDINGS PLC, HSBC Holdings",
    "THE BOEING COMPANY, Boeing",
    "The Kroger Co., Kroger",
    "'THE TRADE DESK, INC.', The Trade Desk",
    "BANK OF AMERICA CORP, Bank of America",
    "'AMAZON.COM, INC.', Amazon.com",
    "U.S. BANCORP, U.S. Bancorp"
  })
  void aTitleHasTheNameWithoutTheLegalForm(String name, String plain) {
    assertThat(CompanyNames.plain(name)).isEqualTo(plain);
  }
}
