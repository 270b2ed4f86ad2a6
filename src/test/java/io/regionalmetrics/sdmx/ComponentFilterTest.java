package io.regionalmetrics.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.refusal.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of SDMX-REST's page on data queries, and those of this data structure. */
class ComponentFilterTest {
  private static ComponentFilter filter(Component component, String text) {
    return ComponentFilter.parse(component, "c[" + component + "]", text);
  }

  @ParameterizedTest
  @CsvSource({
    "TIME_PERIOD, 2017-Q4, 2017-Q4, true",
    "TIME_PERIOD, 2017, 2017-Q4, true",
    "TIME_PERIOD, 2017, 2018-Q1, false",
    "TIME_PERIOD, ge:2017-Q1+le:2017-Q4, 2017-Q4, true",
    "TIME_PERIOD, ge:2017-Q1+le:2017-Q4, 2018-Q1, false",
    "TIME_PERIOD, ge:2017+le:2017, 2017-Q1, true",
    "TIME_PERIOD, ge:2017-02, 2017-Q1, false",
    "TIME_PERIOD, ge:2017-01-01T00:00:00, 2017-Q1, true",
    "TIME_PERIOD, le:2017-12-30, 2017-Q4, false",
    "TIME_PERIOD, lt:2017-Q4, 2017-Q4, false",
    "TIME_PERIOD, gt:2016, 2017-Q1, true",
    "TIME_PERIOD, ne:2017-Q4, 2017-Q4, false",
    "TIME_PERIOD, sw:2017, 2017-Q4, true",
    "OBS_VALUE, ge:45000000, 45000000.0, true",
    "OBS_VALUE, lt:5, 45000000, false",
    "OBS_VALUE, ge:0, '', false",
    "OBS_VALUE, ne:0, '', true",
    "DECIMALS, le:-6, -6, true",
    "DECIMALS, le:-6, INF, false",
    "DECIMALS, INF, INF, true",
    "COMMENT, co:October, about 45m in October, true",
    "COMMENT, nc:October, about 45m in October, false",
    "SOURCE_URL, sw:https, https://example.org, true",
    "SOURCE_ID, ew:01, reuters-2018-03-01, true",
    "SOURCE_PUBLISHED, ge:2018-01-01, 2018-03-01, true"
  })
  void valuePasses(Component component, String filter, String value, boolean passes) {
    assertThat(filter(component, filter).condition().test(value)).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({"'E,P', P, true", "'E,P', A, false", "eq:E, E, true", "A+B, A, false"})
  void commaMeansOrAndAPlusSignMeansAnd(String filter, String value, boolean passes) {
    assertThat(filter(Component.OBS_STATUS, filter).condition().test(value)).isEqualTo(passes);
  }

  @Test
  void onlyTheSpanOfTimeThatMayPassIsRead() {
    assertThat(filter(Component.TIME_PERIOD, "ge:2016-Q4+le:2017,2019-Q1").span())
        .hasValue(new TimeSpan(LocalDate.of(2016, 10, 1), LocalDate.of(2019, 3, 31)));
    assertThat(filter(Component.TIME_PERIOD, "ge:2018+le:2017").span()).isEmpty();
    assertThat(filter(Component.TIME_PERIOD, "ne:2017").span()).hasValue(TimeSpan.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "TIME_PERIOD, ge:autumn, such as 2017-Q4",
    "TIME_PERIOD, 2017-13, such as 2017-Q4",
    "TIME_PERIOD, ge:, has an empty value",
    "OBS_VALUE, ge:many, is not a number",
    "OBS_STATUS, 'A,', has an empty value"
  })
  void whatFitsNoComponentIsRefused(Component component, String filter, String why) {
    assertThatThrownBy(() -> filter(component, filter))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("c[" + component + "]")
        .hasMessageContaining(why);
  }

  @Test
  void filterWithThousandsOfTermsIsRefused() {
    assertThatThrownBy(() -> filter(Component.TIME_PERIOD, "2017,".repeat(2_000) + "2018"))
        .hasMessageContaining("more than 100 terms");
  }
}
