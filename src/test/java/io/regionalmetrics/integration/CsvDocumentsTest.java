package io.regionalmetrics.integration;

import static io.regionalmetrics.integration.AnswerAssertions.assertFigure;
import static io.regionalmetrics.integration.AnswerAssertions.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tidy CSV says the same as JSON. */
class CsvDocumentsTest {
  private static final String HEADER =
      "company,metric,region,period,value,decimals,unit,status,note,source_id,source_title,source_publisher,source_published,source_kind\n";
  private static final String SOURCE =
      ",letter,\"Letter, to \"\"shareholders\"\"\",Twitter,2018-02-08,company\n";

  private final Service service = Service.fresh();

  @BeforeEach
  void define() {
    service.post(DocumentBuilder.press("paper", "2018-01-01").defined().json());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void rowIsAnObservation() {
    Service.Reply reply =
        service.postCsv(
            "\uFEFF"
                + HEADER
                + "twitter,users,JP,2017-Q4,45000000,-6,,E,about 45m"
                + SOURCE
                + "twitter,users,US,2017-Q4,68000000,-6,,,"
                + SOURCE);
    assertThat(reply.text())
        .isEqualTo("{\"observations\":2,\"added\":2,\"revised\":0,\"unchanged\":0,\"quarters\":1}");
    var answer =
        service
            .get("/v1/comparisons/regions?company=twitter&metric=users&region=JP&period=2017-Q4")
            .json();
    assertFigure(
        answer.at("/rows/0/value"), "45000000", "44500000", "45500000", "users", "reported");
    assertThat(answer.at("/rows/0/value/note").textValue()).isEqualTo("about 45m");
    assertThat(answer.at("/sources/letter/title").textValue())
        .isEqualTo("Letter, to \"shareholders\"");
  }

  @Test
  void badCellIsNamedByRowAndColumn() {
    Service.Reply reply =
        service
            .postCsv(
                HEADER
                    + "twitter,users,JP,2017-Q4,many,-6,,,"
                    + SOURCE
                    + "twitter,users,XX,2017-Q4,1,0,,,"
                    + SOURCE
                    + "twitter,users,US,2017-Q4,1,0,USD,,"
                    + SOURCE)
            .expectStatus(400);
    assertThat(invalid(reply.json()))
        .containsExactlyInAnyOrder("row 2.value", "row 3.region", "row 4.unit");
  }

  @Test
  void numbersAreWrittenAsInJson() {
    for (String number :
        new String[] {"NaN", "1e999", "0x10", "1_000", "\"1,000\"", "+1", ".5", "1."}) {
      service
          .postCsv(HEADER + "twitter,users,JP,2017-Q4," + number + ",0,,," + SOURCE)
          .expectStatus(400);
    }
  }

  @Test
  void secondSourceInOneDocumentIsRefused() {
    Service.Reply reply =
        service
            .postCsv(
                HEADER
                    + "twitter,users,JP,2017-Q4,1,0,,,"
                    + SOURCE
                    + "twitter,users,US,2017-Q4,1,0,,,"
                    + SOURCE.replace("letter", "other"))
            .expectStatus(422);
    assertThat(invalid(reply.json())).containsExactly("row 3.source_id");
  }

  @Test
  void unknownColumnIsRefusedWithTheNearestKnownOne() {
    Service.Reply reply = service.postCsv("companie,metric\ntwitter,users\n").expectStatus(400);
    assertThat(reply.text()).contains("did you mean 'company'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", " value ", "value\u00a0"})
  void repeatedColumnIsRefusedWithBothPositions(String again) {
    Service.Reply reply =
        service
            .postCsv(
                HEADER.replace("value,", "value," + again + ",")
                    + "twitter,users,JP,2017-Q4,100,999,0,,,"
                    + SOURCE)
            .expectStatus(400);
    assertThat(invalid(reply.json())).containsExactly("row 1.value");
    assertThat(reply.text()).contains("columns 5 and 6 have the same name");
    assertThat(service.get("/v1/sources").text()).doesNotContain("letter");
  }

  @Test
  void rowWithMoreCellsThanTheHeaderIsRefused() {
    Service.Reply reply =
        service
            .postCsv(HEADER + "twitter,users,JP,2017-Q4,1,0,,," + SOURCE.strip() + ",more\n")
            .expectStatus(400);
    assertThat(invalid(reply.json())).contains("row 2");
  }

  @Test
  void emptyDocumentIsRefused() {
    service.postCsv("").expectStatus(400);
    service.postCsv(HEADER).expectStatus(400);
  }
}
