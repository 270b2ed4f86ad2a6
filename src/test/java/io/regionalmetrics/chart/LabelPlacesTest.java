package io.regionalmetrics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** Labels do not overlap. */
class LabelPlacesTest {
  private static double[] places(List<Double> wanted, double height, double first, double last) {
    return LabelPlaces.places(wanted, Collections.nCopies(wanted.size(), height), first, last);
  }

  @Example
  void labelsWithEnoughRoomStayInPlace() {
    assertThat(places(List.of(100.0, 10.0, 50.0), 20, 0, 200)).containsExactly(100, 10, 50);
  }

  @Example
  void overlappingNeighboursAreBothMovedApart() {
    assertThat(places(List.of(100.0, 102.0, 10.0), 20, 0, 200)).containsExactly(91, 111, 10);
  }

  @Example
  void labelsStayInside() {
    assertThat(places(List.of(199.0, 198.0), 20, 0, 200)).containsExactly(180, 160);
    assertThat(places(List.of(-9.0, -8.0), 20, 0, 200)).containsExactly(0, 20);
  }

  @Example
  void eachLabelTakesItsOwnHeight() {
    assertThat(LabelPlaces.places(List.of(50.0, 50.0, 50.0), List.of(10.0, 40.0, 20.0), 0, 200))
        .containsExactly(30, 40, 80);
  }

  @Property
  void labelsDoNotOverlapAndKeepTheirOrder(
      @ForAll @Size(max = 7) List<@DoubleRange(min = -50, max = 300) Double> wanted) {
    double[] places = places(wanted, 30, 10, 240);
    for (int i = 0; i < places.length; i++) {
      assertThat(places[i]).isBetween(10.0, 210.0 + 1e-6);
      for (int j = 0; j < i; j++) {
        assertThat(Math.abs(places[i] - places[j])).isGreaterThanOrEqualTo(30 - 1e-6);
        if (wanted.get(i) < wanted.get(j)) {
          assertThat(places[i]).isLessThan(places[j]);
        }
      }
    }
  }
}
