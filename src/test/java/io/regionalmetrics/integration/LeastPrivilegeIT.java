package io.regionalmetrics.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.regionalmetrics.local.Template;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that no role allows actions that its function never takes. Complements {@link RoleGuard},
 * which refuses actions that a role doesn't allow. It reads the actions recorded by the other
 * tests, which must have run in this build.
 */
class LeastPrivilegeIT {
  /**
   * Actions of the refresh function's role that no DynamoDB client takes. Lambda takes the first
   * for it, to send failed events to the queue. The function signs the second itself, as S3Test and
   * AwsLocalStackIT test.
   */
  private static final Set<String> OTHERWISE_SEEN = Set.of("sqs:SendMessage", "s3:GetObject");

  static Stream<Template.Function> functions() throws IOException {
    return Template.read(Template.FILE).functions().values().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionUsesEveryPermissionOfItsRole(Template.Function function) throws IOException {
    Set<String> seen = RoleGuard.seen(function.handler());
    assumeThat(seen).as("the unit tests did not run in this build").isNotEmpty();
    Set<String> allowed = new TreeSet<>(function.actions());
    if (function.name().equals("RefreshFunction")) {
      allowed.removeAll(OTHERWISE_SEEN);
    }
    assertThat(seen).isEqualTo(allowed);
  }
}
