package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.regionalmetrics.store.Deadline;
import io.regionalmetrics.xbrl.InstanceBuilder;
import io.regionalmetrics.xbrl.ReadingTime;
import io.regionalmetrics.xbrl.UnreadableInstance;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An instance that was made to be slow is read, or stopped, in time. */
class HostileInstancesTest {
  private static final Duration LIMIT = Duration.ofMillis(300);

  /** Much more than the limit, since machines that test are often busy. */
  private static final Duration IN_TIME = Duration.ofSeconds(10);

  private static final Filing FILING =
      FilingSequence.filing(
          InstanceBuilder.CIK, "0000000042-24-000001", "10-K", "2024-01-26", "2023-12-31");
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final String QUARTER = quarter(0);

  private static String quarter(int day) {
    return days(day, 91);
  }

  private static String days(int from, int length) {
    LocalDate start = FIRST.plusDays(from);
    return "%s/%s".formatted(start, start.plusDays(length - 1L));
  }

  /** What makes an instance slow to read. */
  enum Kind {
    MANY_SPANS_OF_ONE_SERIES {
      @Override
      void addTo(InstanceBuilder instance) {
        for (int day = 0; day < 2_500; day++) {
          for (int weeks : List.of(13, 26, 39, 52)) {
            instance.region("country:JP", days(day, weeks * 7), "1000%d:-3".formatted(day));
          }
        }
      }
    },
    MANY_SETS_OF_REGIONS {
      @Override
      void addTo(InstanceBuilder instance) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, 24).boxed().toList());
        for (int day = 0; day < 800; day++) {
          Collections.shuffle(places, new Random(day));
          instance.fact(quarter(day), "100000000:-3");
          for (int place : places.subList(0, 12)) {
            instance.region(place(place), quarter(day), "900%d000:-3".formatted(place));
          }
        }
      }
    },
    MANY_CONCEPTS {
      @Override
      void addTo(InstanceBuilder instance) {
        instance.fact(QUARTER, "48896000:-3").fact(quarter(91), "48896000:-3");
        for (int i = 0; i < 5_000; i++) {
          instance.of("acme:Revenue" + i);
          instance.fact(QUARTER, "48896000:-3").fact(quarter(91), "48896000:-3");
        }
      }
    },
    MANY_KINDS_OF_OTHER_INCOME {
      @Override
      void addTo(InstanceBuilder instance) {
        instance.fact(QUARTER, "48896000:-3");
        instance.of("us-gaap:SalesRevenueNet").fact(QUARTER, "47216000:-3");
        for (int i = 0; i < 5_000; i++) {
          instance.of("acme:OtherIncome" + i).fact(QUARTER, "5%d000:-3".formatted(i));
        }
      }
    },
    MANY_ELIMINATIONS {
      @Override
      void addTo(InstanceBuilder instance) {
        for (int i = 0; i < 4_000; i++) {
          instance.fact(QUARTER, "1000:-3", region(i), consolidation("us-gaap:OperatingSegments"));
          instance.fact(QUARTER, "-10:-3", region(i), consolidation("acme:Elimination" + i));
        }
      }
    },
    MANY_DIMENSIONS {
      @Override
      void addTo(InstanceBuilder instance) {
        for (int i = 0; i < 2_000; i++) {
          int fact = i;
          instance.fact(
              QUARTER,
              "1000:-3",
              IntStream.range(0, 30)
                  .mapToObj(axis -> "acme:A%dAxis=acme:M%dMember".formatted(fact + axis, fact))
                  .toArray(String[]::new));
        }
      }
    },
    MANY_FACTS_THAT_CONTRADICT {
      @Override
      void addTo(InstanceBuilder instance) {
        for (int i = 0; i < 10_000; i++) {
          instance.region("country:JP", QUARTER, "1000%d:-3".formatted(i));
        }
      }
    };

    abstract void addTo(InstanceBuilder instance);
  }

  private static String place(int number) {
    return "acme:Place%dMember".formatted(number);
  }

  private static String region(int number) {
    return "srt:StatementGeographicalAxis=" + place(number);
  }

  private static String consolidation(String member) {
    return "srt:ConsolidationItemsAxis=%sMember".formatted(member);
  }

  @ParameterizedTest
  @EnumSource
  void slowInstanceIsReadOrStoppedInTime(Kind kind) {
    InstanceBuilder instance = InstanceBuilder.instance();
    kind.addTo(instance);
    long begun = System.nanoTime();
    try {
      ReadingTime.limit(
          LIMIT,
          Deadline.in(Duration.ofHours(1), InstantSource.system()),
          () -> FilingSequence.acme().read(FILING, instance));
    } catch (ReadingTime.TimeOver e) {
      // Stopped.
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_TIME);
  }

  @Test
  void moreRegionsThanACompanyCanDefineAreRefused() {
    InstanceBuilder instance = InstanceBuilder.instance();
    for (int i = 0; i < 301; i++) {
      instance.region(place(i), QUARTER, "1000:-3");
    }
    assertThatExceptionOfType(UnreadableInstance.class)
        .isThrownBy(() -> FilingSequence.acme().read(FILING, instance))
        .satisfies(
            e -> assertThat(e.message()).isEqualTo("it reports 301 regions; at most 300 are read"));
  }
}
