package io.regionalmetrics.bench;

import io.regionalmetrics.samples.SampleFiles;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes the sample figures in {@code events/samples} from filings, from a table of Twitter's
 * figures, and from the ECB's file of all fixings. Checks that the documents tell what the filings
 * tell.
 */
public final class SampleFigures {
  private SampleFigures() {}

  /**
   * Makes them.
   *
   * @param args the folder with the data, and the folder to write to
   */
  public static void main(String[] args) {
    try {
      Map<String, String> files = SampleFiles.of(Path.of(args[0]));
      SampleFiles.write(files, Path.of(args[1]));
      System.out.printf(
          "%s files, %s bytes%n",
          files.size(), files.values().stream().mapToInt(String::length).sum());
      System.exit(0);
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }
}
