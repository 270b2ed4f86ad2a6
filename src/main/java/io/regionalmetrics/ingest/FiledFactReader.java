package io.regionalmetrics.ingest;

import io.regionalmetrics.model.FiledFact;
import io.regionalmetrics.model.Source;
import io.regionalmetrics.refusal.Codes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the facts of XBRL filings that a figure of a document is from, member by member.
 *
 * @param own the id of the document's source, whose facts name no other
 * @param others the further sources that the document describes, by their ids
 */
record FiledFactReader(String own, Map<String, Source> others) {
  /** Reads facts of a document that describes no other sources. */
  static final FiledFactReader NONE = new FiledFactReader("", Map.of());

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*:[A-Za-z_][A-Za-z0-9._-]*");
  private static final String CONCEPT = "a qualified name, such as us-gaap:Revenues";
  private static final String AXIS =
      "the qualified name of an axis, such as srt:StatementGeographicalAxis";
  private static final String MEMBER = "the qualified name of a member, such as country:JP";

  /** Returns the facts of a figure; a faulty one is left out. */
  List<FiledFact> read(DocumentFields figure) {
    List<DocumentFields> facts = figure.objects("facts");
    if (facts.size() > DocumentLimits.MAX_FACTS) {
      figure.fault(
          "facts",
          "has %s facts; at most %s are allowed".formatted(facts.size(), DocumentLimits.MAX_FACTS));
      return List.of();
    }
    return facts.stream().flatMap(fact -> fact(fact).stream()).toList();
  }

  private Optional<FiledFact> fact(DocumentFields fields) {
    Optional<String> concept =
        fields.required("concept", fields.text("concept", FiledFactReader::isName, CONCEPT));
    Map<String, String> dimensions = dimensions(fields);
    Optional<String> id =
        fields.text("id", FiledFact::isId, "the id of a fact: letters, digits, '.', '_' and '-'");
    Optional<Source> source = source(fields);
    fields.refuseUnknown();
    return fields.isValid()
        ? Optional.of(new FiledFact(concept.orElseThrow(), new TreeMap<>(dimensions), id, source))
        : Optional.empty();
  }

  /** Whether a text is a qualified name, such as {@code us-gaap:Revenues}. */
  static boolean isName(String text) {
    return text.length() <= DocumentLimits.NAME && NAME.matcher(text).matches();
  }

  private static Map<String, String> dimensions(DocumentFields fields) {
    Map<String, String> members = new TreeMap<>();
    fields.object("dimensions").ifPresent(axes -> addMembers(axes, members));
    if (members.size() > DocumentLimits.MAX_DIMENSIONS) {
      fields.fault("dimensions", "has more than %s axes".formatted(DocumentLimits.MAX_DIMENSIONS));
    }
    return members;
  }

  private static void addMembers(DocumentFields axes, Map<String, String> members) {
    for (String axis : axes.names()) {
      axes.text(axis, FiledFactReader::isName, MEMBER)
          .ifPresent(member -> members.put(axis, member));
      if (!isName(axis)) {
        axes.fault(axis, "is not " + AXIS);
      }
    }
  }

  /** The filing that a fact is from; empty if it is the document's own source. */
  private Optional<Source> source(DocumentFields fields) {
    Optional<String> id = fields.id("source").filter(other -> !other.equals(own));
    id.filter(other -> !others.containsKey(other))
        .ifPresent(other ->
            fields.fault(
                "source",
                "'%s' is neither the document's source nor one of factSources%s"
                    .formatted(other, Codes.suggestion(other, others.keySet()))));
    return id.map(others::get);
  }
}
