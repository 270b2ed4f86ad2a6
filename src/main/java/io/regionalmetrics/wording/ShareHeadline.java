package io.regionalmetrics.wording;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.FigureText;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.YearQuarter;

/**
 * The shares of one or more parts: "In 2023-Q3, 41.9% of Nike's revenue worldwide was in North
 * America and 13.4% in Greater China."
 *
 * @param parts the subject of each row
 * @param wholes the whole that each is a part of
 * @param rows the rows of the answer
 * @param remainder what the parts leave of their whole; empty if they need not add up to it
 * @param base the quarter that the shares are compared with, if there is one
 */
public record ShareHeadline(
    List<Subject> parts,
    List<Subject> wholes,
    List<AnswerRow> rows,
    Map<RowField, RowValue> remainder,
    Optional<YearQuarter> base) {

  /** The sentence. */
  public String text() {
    List<SubjectRow> all = SubjectRow.of(parts, rows);
    List<SubjectRow> known = SubjectRow.with(RowField.SHARE, all);
    if (all.size() == 1) {
      return ofOne(all.getFirst());
    }
    return switch (known.size()) {
      case 0 -> nothing();
      case 1 -> ofOne(known.getFirst()) + unknown(all);
      default -> shares(known) + unknown(all);
    };
  }

  private String ofOne(SubjectRow row) {
    Subject whole = wholes.get(parts.indexOf(row.subject()));
    return new ShareSentence(row.subject(), whole, row.row(), base).text();
  }

  private SubjectsPhrase phrase() {
    return new SubjectsPhrase(parts);
  }

  private YearQuarter period() {
    return rows.getFirst().period();
  }

  private String whole() {
    SubjectsPhrase phrase = new SubjectsPhrase(wholes);
    return phrase.isOfOneCompany()
        ? phrase.what() + RegionPhrase.where(wholes.getFirst())
        : phrase.what();
  }

  private String nothing() {
    return "In %s, no share of %s is known%s: %s"
        .formatted(
            period(), whole(), phrase().inNone(), rows.getFirst().whyMissing(RowField.SHARE));
  }

  private String unknown(List<SubjectRow> all) {
    return phrase().unknown(SubjectRow.without(RowField.SHARE, all), "No share is known");
  }

  private String shares(List<SubjectRow> known) {
    return Excerpt.largest(known, row -> row.figure(RowField.SHARE)).fitting(this::shares);
  }

  private String shares(Excerpt<SubjectRow> excerpt) {
    return "In %s%s, %s%s.%s"
        .formatted(
            period(),
            base.map(quarter -> ", compared with " + GrowthPhrase.than(quarter, period()))
                .orElse(""),
            Enumeration.of(items(excerpt.named())),
            excerpt.note(phrase().noun()),
            excerpt.isAll() ? rest() : "");
  }

  /** "41.9% of Nike's revenue worldwide was in North America", then "13.4% in Greater China". */
  private List<String> items(List<SubjectRow> named) {
    List<String> items = new ArrayList<>();
    for (SubjectRow row : named) {
      items.add(
          share(row, items.isEmpty())
              + phrase().which(row.subject())
              + change(row)
              + row.publication());
    }
    return items;
  }

  /** "41.9%"; the first says of what: "41.9% of Nike's revenue worldwide was". */
  private String share(SubjectRow row, boolean first) {
    if (!first) {
      return share(row);
    }
    return phrase().isOfOneCompany()
        ? "%s of %s %s".formatted(share(row), whole(), phrase().was())
        : "the share of %s was %s".formatted(whole(), share(row));
  }

  private static String share(SubjectRow row) {
    return row.about(RowField.VALUE, RowField.WHOLE)
        + FigureText.amount(row.figure(RowField.SHARE).figure());
  }

  /** " (up 0.7 points)". */
  private static String change(SubjectRow row) {
    return row.known(RowField.CHANGE)
        .map(change ->
            switch (change.figure().value().signum()) {
              case 0 -> " (unchanged)";
              case 1 -> " (up %s)".formatted(size(row, change));
              default -> " (down %s)".formatted(size(row, change));
            })
        .orElse("");
  }

  private static String size(SubjectRow row, KnownFigure change) {
    return LevelPhrase.of(row.subject().metric()).size(change);
  }

  /** " The rest is 4.7%." */
  private String rest() {
    return remainder.get(RowField.SHARE) instanceof KnownFigure rest
            && rest.figure().value().signum() > 0
        ? " The rest is %s.".formatted(FigureText.amount(rest.figure()))
        : "";
  }
}
