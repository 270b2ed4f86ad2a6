package io.regionalmetrics.ingest;

import io.regionalmetrics.model.ConceptLines;
import io.regionalmetrics.model.FilingTraits;
import io.regionalmetrics.model.RenamedRegions;
import io.regionalmetrics.refusal.Codes;
import io.regionalmetrics.region.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a company's filings show together, from the company's object in a document. */
final class TraitsReader {
  private static final String METRICS = "a list of metrics, such as [\"revenue\"]";
  private static final String LINES =
      "a list of at most %1$s lists of 2 to %1$s qualified concepts"
          .formatted(DocumentLimits.MAX_LINES);

  private static final String PART =
      "the code of a part of the world: use A-Z, 0-9 and '_', such as ASIA_PACIFIC";

  private TraitsReader() {}

  /** Returns the traits; none where the document gives none, or where they are faulty. */
  static FilingTraits read(DocumentFields company) {
    ConceptLines lines = lines(company);
    List<String> byYear = company.texts("regionsOnlyByYear", Codes::isId, METRICS);
    return FilingTraits.of(lines, byYear).with(renamed(company));
  }

  private static ConceptLines lines(DocumentFields company) {
    Optional<List<List<String>>> lists = company.read("conceptLines", TraitsReader::lists, LINES);
    try {
      return new ConceptLines(
          lists.orElse(List.of()).stream().map(Set::copyOf).collect(Collectors.toSet()));
    } catch (IllegalArgumentException e) {
      company.fault("conceptLines", "names a concept twice, or alone in its list");
      return ConceptLines.NONE;
    }
  }

  private static Optional<List<List<String>>> lists(WrittenValue value) {
    List<WrittenValue> items = value.asItems().orElse(List.of());
    List<List<String>> lists =
        items.stream()
            .limit(DocumentLimits.MAX_LINES + 1L)
            .flatMap(item -> item.asTexts(FiledFactReader::isName).stream())
            .filter(list -> list.size() <= DocumentLimits.MAX_LINES)
            .toList();
    boolean all = value.asItems().isPresent() && lists.size() == items.size();
    return all && lists.size() <= DocumentLimits.MAX_LINES ? Optional.of(lists) : Optional.empty();
  }

  private static RenamedRegions renamed(DocumentFields company) {
    Map<String, String> ids = new HashMap<>();
    company.object("renamedRegions").ifPresent(regions -> addIds(regions, ids));
    if (ids.size() > DocumentLimits.MAX_RENAMED) {
      company.fault(
          "renamedRegions", "has more than %s regions".formatted(DocumentLimits.MAX_RENAMED));
    }
    try {
      return new RenamedRegions(ids);
    } catch (IllegalArgumentException e) {
      company.fault("renamedRegions", "names a region that is itself renamed: give its last id");
      return RenamedRegions.NONE;
    }
  }

  private static void addIds(DocumentFields regions, Map<String, String> ids) {
    for (String other : regions.names()) {
      regions.text(other, TraitsReader::isPart, PART).ifPresent(id -> ids.put(other, id));
      if (!isPart(other)) {
        regions.fault(other, "is not " + PART);
      }
    }
  }

  private static boolean isPart(String code) {
    return Codes.isRegion(code) && !code.equals(Region.WORLD);
  }
}
