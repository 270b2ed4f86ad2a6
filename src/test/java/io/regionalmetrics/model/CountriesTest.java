package io.regionalmetrics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountriesTest {

  @Test
  void everyCountryOfIso3166IsKnownAndNoOther() {
    Stream<String> world = Stream.of(Region.WORLD);
    assertThat(Countries.all().stream().map(Region::id))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(world, Stream.of(Locale.getISOCountries())).toList());
  }

  @Test
  void worldIsAlsoKnownByItsM49Code() {
    assertThat(Countries.find("001").map(Region::id)).contains(Region.WORLD);
  }

  @Test
  void someCountriesHaveAnArticleInASentence() {
    assertThat(Countries.inSentence(Countries.find("US").orElseThrow()))
        .isEqualTo("the United States");
    assertThat(Countries.inSentence(Countries.find("JP").orElseThrow())).isEqualTo("Japan");
  }
}
