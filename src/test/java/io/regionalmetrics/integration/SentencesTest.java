package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of answers, word for word. */
class SentencesTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.withArticle();
    DocumentBuilder more =
        DocumentBuilder.company("letter", "2018-02-08")
            .region("UCAN", "\"members\": [\"US\", \"CA\"]")
            .level("users", "WORLD", "2017-Q4", "330000000", -6)
            .level("users", "WORLD", "2017-Q3", "330000000", -6)
            .level("users", "WORLD", "2016-Q4", "318000000", -6)
            .level("users", "US", "2017-Q4", "68000000", -6)
            .level("users", "US", "2017-Q3", "69000000", -6)
            .level("users", "CA", "2017-Q4", "9500", 0)
            .level("users", "CA", "2017-Q3", "9400", 0)
            .level("users", "NZ", "2017-Q4", "1000000", -6)
            .level("users", "NZ", "2017-Q3", "1010000", -4)
            .level("revenue", "WORLD", "2017-Q4", "731560000", -3)
            .level("revenue", "US", "2017-Q4", "406000000", -6)
            .level("revenue", "DE", "2017-Q4", "1234000000", -6)
            .growth("revenue", "DE", "2017-Q4", "yoy", "-8");
    Service.Reply reply = service.post(more.json()).expectStatus(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "growth?metric=users&region=WORLD|Twitter's users worldwide rose 3.8% to 330m in 2017-Q4, from 318m a year earlier.",
        "growth?metric=users&region=US&base=qoq|Twitter's users in the United States fell 1.4% to 68m in 2017-Q4, from 69m a quarter earlier.",
        "growth?metric=users&region=CA&base=qoq|Twitter's users in Canada rose 1.1% to 9,500 in 2017-Q4, from 9,400 a quarter earlier.",
        "growth?metric=users&region=UCAN&base=2017-Q3|Twitter's users in UCAN fell 1.4% (rounding allows -2.9% to 0%) to 68m in 2017-Q4, from 69m a quarter earlier.",
        "growth?metric=users&region=US+CA&base=2017-Q3|Twitter's users in the United States and Canada fell 1.4% (rounding allows -2.9% to 0%) to 68m in 2017-Q4, from 69m a quarter earlier.",
        "growth?metric=users&region=NZ&base=qoq|Twitter's users in New Zealand fell 1.0% (rounding allows -50.7% to 49.3%) to 1m in 2017-Q4, from 1.01m a quarter earlier.",
        "growth?metric=revenue&region=DE|Twitter's revenue in Germany fell 8% to $1.23bn in 2017-Q4, from an implied $1.34bn a year earlier.",
        "growth?metric=users&region=FR|Twitter's users in France in 2017-Q4 can't be compared with 2016-Q4: users of twitter, FR, 2017-Q4: not published by any source that is stored here.",
        "regions?metric=users&region=US,WORLD-US&against=WORLD|In 2017-Q4, Twitter's users were 262m outside the United States and 68m in the United States: 0.79 and 0.21 times the 330m worldwide.",
        "regions?metric=users&region=JP,US|In 2017-Q4, Twitter's users were 68m in the United States: 1.5 times the estimated 45m in Japan.",
        "regions?metric=revenue&region=JP|In 2017-Q4, Twitter's revenue was $106m in Japan.",
        "regions?metric=revenue&region=WORLD-US-JP,JP|In 2017-Q4, Twitter's revenue was $106m in Japan: 0.48 times the $220m outside the United States and Japan.",
        "check?region=JP|Of 5 relations between figures, 2 are consistent, 3 can't be checked.",
        "check?region=US|Of 1 relation between figures, 1 is consistent.",
        "check?metric=users&region=JP|Nothing that was asked about has a published figure to check.",
        "growth?metric=users&region=WORLD&base=qoq|Twitter's users worldwide were unchanged (rounding allows -0.3% to 0.3%) at 330m in 2017-Q4, from 330m a quarter earlier.",
        "share?metric=users&region=JP|In 2017-Q4, about 13.6% of Twitter's users worldwide were in Japan (about 45m of 330m).",
        "share?metric=users&region=US&base=qoq|In 2017-Q4, 20.6% of Twitter's users worldwide were in the United States (68m of 330m), 0.30 points less than a quarter earlier.",
        "share?metric=users&region=FR|In 2017-Q4, the share of Twitter's users worldwide that was in France isn't known: users of twitter, FR, 2017-Q4: not published by any source that is stored here.",
        "contribution?metric=users&region=US,FR&base=qoq|Twitter's users worldwide were unchanged (rounding allows -0.3% to 0.3%) in 2017-Q4, compared with a quarter earlier: the United States took away 0.30 points. No contribution is known for France.",
        "drivers?metric=revenue-per-user&region=DE|Twitter's revenue in Germany fell by $110m to $1.23bn in 2017-Q4, compared with a year earlier; what drove it isn't known: users of twitter, DE, 2017-Q4: not published by any source that is stored here.",
        "drivers?metric=revenue-per-user&region=JP|Twitter's revenue in Japan rose by $27m to $106m in 2017-Q4, compared with a year earlier: users added about $11m (x1.1), revenue per user added about $16m (x1.2).",
        "growth?metric=users&region=WORLD,US&base=qoq|In 2017-Q4, compared with a quarter earlier, Twitter's users were unchanged (rounding allows -0.3% to 0.3%) at 330m worldwide and down 1.4% to 68m in the United States.",
        "growth?metric=users&region=WORLD,US,CA,UCAN,NZ&base=qoq|In 2017-Q4, compared with a quarter earlier, Twitter's users were unchanged (rounding allows -0.3% to 0.3%) worldwide, down 1.4% (rounding allows -2.9% to 0%) in UCAN, and 1.4% in the United States, the largest two of four regions.",
        "growth?metric=users&region=WORLD,JP,US&base=qoq|In 2017-Q4, compared with a quarter earlier, Twitter's users were unchanged (rounding allows -0.3% to 0.3%) at 330m worldwide and down 1.4% to 68m in the United States. Growth in percent can't be computed for Japan.",
        "growth?metric=users&region=JP,FR|Twitter's users in Japan rose 12.5% to about 45m in 2017-Q4, from about 40m a year earlier. Growth in percent can't be computed for France.",
        "growth?metric=users&region=FR,DE|In 2017-Q4, Twitter's users can't be compared with 2016-Q4 in either of the two regions: users of twitter, FR, 2017-Q4: not published by any source that is stored here.",
        "growth?metric=revenue&region=JP,DE|In 2017-Q4, compared with a year earlier, Twitter's revenue was up 34% to $106m in Japan and down 8% to $1.23bn in Germany.",
        "contribution?metric=users&region=US,CA&base=2017-Q2|What each part added to Twitter's users worldwide in 2017-Q4, compared with 2017-Q2, is not known: users of twitter, US, 2017-Q2: not published by any source that is stored here.",
        "regions?metric=users&region=US,JP,NZ,CA,FR|In 2017-Q4, Twitter's users were 68m in the United States, about 45m in Japan, 1m in New Zealand, and 9,500 in Canada. No figure is known for France.",
        "regions?metric=users&region=US,JP,NZ,CA,UCAN,FR|In 2017-Q4, Twitter's users were 68.01m in UCAN, 68m in the United States, and about 45m in Japan, the largest three of five regions. No figure is known for France.",
        "share?metric=users&region=US,JP,CA|In 2017-Q4, 20.6% of Twitter's users worldwide were in the United States, about 13.6% in Japan, and 0.003% in Canada.",
        "share?metric=users&region=US,CA&base=qoq|In 2017-Q4, compared with a quarter earlier, 20.6% of Twitter's users worldwide were in the United States (down 0.30 points) and 0.003% in Canada (up 0.000030 points).",
        "revisions?metric=users&region=JP,WORLD,FR|Between 2018-02-08 and 2018-03-01, Twitter's users in 2017-Q4 became known in Japan; were unchanged worldwide. No figure is known for France.",
        "drivers?metric=revenue-per-user&region=JP,DE|Twitter's revenue in Japan rose by $27m to $106m in 2017-Q4, compared with a year earlier: users added about $11m (x1.1), revenue per user added about $16m (x1.2). What drove it isn't known for Germany.",
        "revisions?metric=users&region=WORLD|Twitter's users worldwide in 2017-Q4 were 330m as known on 2018-02-08; on 2018-03-01 that was unchanged.",
      })
  void sentenceIsRight(String question, String sentence) {
    Service.Reply reply =
        service.get(
            "/v1/comparisons/" + question + "&company=twitter&period=2017-Q4&asOf=2018-03-01");
    assertThat(reply.at("/sentence").asText()).as(reply.text()).isEqualTo(sentence);
  }
}
