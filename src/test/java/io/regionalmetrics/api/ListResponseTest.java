package io.regionalmetrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regionalmetrics.json.Json;
import io.regionalmetrics.question.QueryParameters;
import io.regionalmetrics.refusal.Refusal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a page of a list names the next one. */
class ListResponseTest {

  private static QueryParameters query(String query) {
    return QueryParameters.of(query, Set.of("next"), Set.of());
  }

  @Test
  void nextPageBeginsAfterTheLastIdOfThePreviousPage() {
    assertThat(Json.object(json -> ListResponse.next(json, Optional.of("twitter"))))
        .isEqualTo("{\"next\":\"dHdpdHRlcg\"}");
    assertThat(ListResponse.after(query("next=dHdpdHRlcg"))).isEqualTo("twitter");
  }

  @Test
  void lastPageNamesNoNextPage() {
    assertThat(Json.object(json -> ListResponse.next(json, Optional.empty()))).isEqualTo("{}");
  }

  @Test
  void firstPageBeginsAfterNoId() {
    assertThat(ListResponse.after(query(""))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "AAAA", "=", "VFdJVFRFUg"})
  void nextThatNoPageNamedIsRefused(String next) {
    assertThatThrownBy(() -> ListResponse.after(query("next=" + next)))
        .isInstanceOf(Refusal.class)
        .hasMessage("next: '%s' is not valid; use the value of next from the previous page", next);
  }
}
