import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the share of lines that the tests ran, from JaCoCo's report. */
final class Coverage {
  private static final int LINE_MISSED = 7;
  private static final int LINE_COVERED = 8;

  private Coverage() {}

  public static void main(String[] args) throws IOException {
    var csv = Path.of(args[0]);
    if (!Files.exists(csv)) {
      return;
    }
    long missed = 0;
    long covered = 0;
    for (var line : Files.readAllLines(csv).stream().skip(1).toList()) {
      var columns = line.split(",");
      missed += Long.parseLong(columns[LINE_MISSED]);
      covered += Long.parseLong(columns[LINE_COVERED]);
    }
    if (missed + covered > 0) {
      IO.println("Coverage: " + covered * 100 / (missed + covered) + " % of lines");
    }
  }
}
