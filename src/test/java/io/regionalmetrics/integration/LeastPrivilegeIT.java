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
 * The other half of {@link RoleGuard}, which refuses what no role allows: no role allows what its
 * function never does. Looks at what the functions did in the tests before, so it needs them to
 * have run in this build.
 */
class LeastPrivilegeIT {
  /**
   * What the refresher is allowed and no DynamoDB client does for it: the first is done by Lambda
   * in its name, with what it failed at; the second by a request that it signs itself, as S3Test
   * and AwsLocalStackIT see.
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
