package io.regionalmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table is read as the spreadsheet that wrote it meant it, or not at all. */
class CsvTableReaderTest {
  private static CsvTable read(String... lines) {
    DocumentFaults faults = new DocumentFaults();
    byte[] document = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    CsvTable table = CsvTableReader.read(document, faults);
    faults.refuse();
    return table;
  }

  private static List<String> values(CsvTable table) {
    return table.rows().stream().map(row -> row.cells().get("value")).toList();
  }

  /** Asserts that a column of values, separated from another by semicolons, is refused. */
  private static void assertRefused(String names, String reason, String... values) {
    String[] lines = new String[values.length + 1];
    lines[0] = "region;value";
    for (int i = 0; i < values.length; i++) {
      lines[i + 1] = "JP;" + values[i];
    }
    assertThatThrownBy(() -> read(lines))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.invalid().stream().map(Refusal.Invalid::name))
                  .containsExactly(names.split(" (?=row)"));
              assertThat(refusal.invalid().getFirst().reason()).contains(reason);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "region,value\nJP,1.5\n",
        "region;value\nJP;1.5\n",
        "region\tvalue\nJP\t1.5\n",
        "sep=,\nregion,value\nJP,1.5\n",
        "sep=;\r\nregion;value\r\nJP;1.5\r\n",
        "SEP=;\nregion;value\nJP;1,5\n",
        "\uFEFFsep=;\nregion;value\nJP;1,5\n",
        "\"sep=\t\"\nregion\tvalue\nJP\t1,5\n",
        "region,value,,\nJP,1.5,,\n",
        "region,value\nJP,1.5,\n",
        "region,,value\nJP,,1.5\n",
        "region,value\n,\nJP,1.5\n , \n\n,,\n",
        "\"region\";\"value\"\n\"JP\";\"1,5\"\n",
      })
  void tableOfASpreadsheetIsTaken(String document) {
    CsvTable table = read(document);
    assertThat(table.header()).containsExactly("region", "value");
    assertThat(table.rows().stream().map(CsvTable.Row::cells))
        .containsExactly(Map.of("region", "JP", "value", "1.5"));
  }

  @Test
  void rowsAreNumberedAsTheSpreadsheetShowsThem() {
    CsvTable table = read("sep=;", "region;value", ";", "JP;1");
    assertThat(table.rows().getFirst().number()).isEqualTo(3);
  }

  @Test
  void commaInATextIsNoDecimalComma() {
    CsvTable table = read("note;value", "1,234 and more;12", "1,5;1,25");
    assertThat(table.rows().stream().map(row -> row.cells().get("note")))
        .containsExactly("1,234 and more", "1,5");
  }

  @Test
  void oneNumberShowsThatACommaIsADecimalCommaInAllOthers() {
    assertThat(values(read("region;value", "JP;1,234", "US;-12,5", "DE;7")))
        .containsExactly("1.234", "-12.5", "7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,5|12.5",
        "0,125|0.125",
        "1,06E+08|1.06E+08",
        "1234,567|1234.567",
        "1,2345|1.2345"
      })
  void commaThatCanNotSeparateThousandsIsADecimalComma(String written, String read) {
    assertThat(values(read("region;value", "JP;" + written))).containsExactly(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234", "-12,345", "999,999", "1.234"})
  void markThatMaySeparateThousandsIsRefused(String written) {
    assertRefused("row 2.value", "'" + written + "' may have decimals or a thousands", written);
  }

  @Test
  void everyNumberThatHasTwoReadingsIsNamed() {
    assertRefused("row 2.value row 4.value", "without thousands separators", "1,234", "5", "2,345");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234,56", "1,234.56", "1,234,567", "1.234.567"})
  void thousandsSeparatorIsRefused(String written) {
    assertRefused("row 3.value", "has a thousands separator", "1,5", written);
  }

  @Test
  void pointsAndCommasInOneTableAreRefused() {
    assertRefused("row 3.value", "has another decimal mark than '1,5' in row 2", "1,5", "2.36");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1,234\"", "\"1,5\"", "\"1,234,567\""})
  void commaInANumberIsRefusedIfCommasSeparateTheCells(String written) {
    assertThatThrownBy(() -> read("region,value", "JP," + written))
        .hasMessageContaining("row 2.value")
        .hasMessageContaining("export numbers with a point before the decimals");
  }

  @Test
  void separatorWithWhichAllRowsFitIsTaken() {
    assertThat(read("region;note, if any", "JP;none", "US;1,2,3").header())
        .containsExactly("region", "note, if any");
    assertThat(read("region,note; if any", "JP,none").header())
        .containsExactly("region", "note; if any");
  }

  @Test
  void tableThatFitsTwoSeparatorsIsRefused() {
    assertThatThrownBy(() -> read("region;value, net", "JP;1,5"))
        .hasMessageContaining("row 1: can be divided at commas, semicolons or tabs");
  }

  @Test
  void separatorThatIsNotSupportedIsNamed() {
    assertThatThrownBy(() -> read("sep=x", "regionxvalue")).hasMessageContaining("sep=x declares");
  }

  @Test
  void cellInAColumnWithoutANameIsNamed() {
    DocumentFaults faults = new DocumentFaults();
    read(",value", "0,12").only(List.of("value"), faults);
    assertThatThrownBy(faults::refuse)
        .hasMessageContaining("row 2: '0' is in a column without a name");
  }
}
