package io.regionalmetrics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** Labels do not overlap. */
class LabelPlacesTest {
  @Example
  void labelsWithEnoughRoomStayInPlace() {
    assertThat(LabelPlaces.places(List.of(100.0, 10.0, 50.0), 20, 0, 200))
        .containsExactly(100, 10, 50);
  }

  @Example
  void overlappingNeighboursAreMovedApart() {
    assertThat(LabelPlaces.places(List.of(100.0, 101.0, 10.0), 20, 0, 200))
        .containsExactly(100, 120, 10);
    assertThat(LabelPlaces.places(List.of(199.0, 198.0), 20, 0, 200)).containsExactly(200, 180);
  }

  @Property
  void labelsDoNotOverlapAndKeepTheirOrder(
      @ForAll @Size(max = 8) List<@DoubleRange(min = -50, max = 300) Double> wanted) {
    double[] places = LabelPlaces.places(wanted, 30, 10, 240);
    for (int i = 0; i < places.length; i++) {
      assertThat(places[i]).isBetween(10.0, 240.0);
      for (int j = 0; j < i; j++) {
        assertThat(Math.abs(places[i] - places[j])).isGreaterThanOrEqualTo(30 - 1e-6);
        if (wanted.get(i) < wanted.get(j)) {
          assertThat(places[i]).isLessThan(places[j]);
        }
      }
    }
  }
}
