package io.regionalmetrics.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

  @Test
  void knownCountriesAreExactlyThoseOfIso3166() {
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

  @ParameterizedTest
  @CsvSource({
    "United States and Canada, the United States and Canada",
    "Rest of Asia Pacific, the Rest of Asia Pacific",
    "Americas, the Americas",
    "Europe, Europe",
    "United, United"
  })
  void groupTakesTheArticleOfItsFirstCountry(String name, String inSentence) {
    Region group = new Region("GROUP", name, List.of(), List.of(), Optional.empty(), LocalDate.MIN);
    assertThat(Countries.inSentence(group)).isEqualTo(inSentence);
  }
}
