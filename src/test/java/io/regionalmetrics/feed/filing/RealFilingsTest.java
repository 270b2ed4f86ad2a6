package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Netflix's and Apple's filings, as they were filed. */
class RealFilingsTest {
  @Test
  void print() {
    Filed filed = Filed.netflix().wanting(Filed.MEMBERSHIPS, Filed.ADDITIONS);
    for (Reading r :
        new Reading[] {
          filed.real("nflx-20231231_htm.xml.gz", Filed.NETFLIX_2023),
          filed.real("nflx-20240331_htm.xml.gz", Filed.NETFLIX_2024_Q1),
          filed.real("nflx-20240930_htm.xml.gz", Filed.NETFLIX_2024_Q3),
          Filed.apple().real("aapl-20230701_htm.xml.gz", Filed.APPLE)
        }) {
      Said s = new Said(r);
      s.rows().forEach(System.err::println);
      s.derived().forEach(System.err::println);
      s.regions().forEach(System.err::println);
      s.metrics().forEach(System.err::println);
      System.err.println(r.leftOut() + " " + r.notes() + r.history().write().length);
      if (!r.documents().isEmpty()) System.err.println(s.source());
    }
    assertThat(filed.history()).isNotNull();
  }
}
