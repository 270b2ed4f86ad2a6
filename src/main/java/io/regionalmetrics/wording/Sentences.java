package io.regionalmetrics.wording;

import static io.regionalmetrics.answer.FigureText.amount;
import static io.regionalmetrics.answer.FigureText.bounds;
import static io.regionalmetrics.answer.FigureText.percent;
import static io.regionalmetrics.wording.Wording.about;
import static io.regionalmetrics.wording.Wording.capital;
import static io.regionalmetrics.wording.Wording.isEstimated;
import static io.regionalmetrics.wording.Wording.possessive;
import static io.regionalmetrics.wording.Wording.was;
import static io.regionalmetrics.wording.Wording.what;
import static io.regionalmetrics.wording.Wording.where;

import io.regionalmetrics.answer.AnswerRow;
import io.regionalmetrics.answer.KnownFigure;
import io.regionalmetrics.answer.Missing;
import io.regionalmetrics.answer.MissingReason;
import io.regionalmetrics.answer.Relation;
import io.regionalmetrics.answer.RowField;
import io.regionalmetrics.answer.RowValue;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.answer.Verdict;
import io.regionalmetrics.compare.Check;
import io.regionalmetrics.compare.Contribution;
import io.regionalmetrics.compare.Drivers;
import io.regionalmetrics.compare.Growth;
import io.regionalmetrics.compare.Regions;
import io.regionalmetrics.compare.Revisions;
import io.regionalmetrics.compare.Share;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.Fx;
import io.regionalmetrics.derive.LevelGrowth;
import io.regionalmetrics.derive.PartOfWhole;
import io.regionalmetrics.model.Figure;
import io.regionalmetrics.model.Metric;
import io.regionalmetrics.model.Origin;
import io.regionalmetrics.model.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.YearQuarter;

/** Answers in words: a sentence a row, the first three of them. */
public final class Sentences {
  private static final int MOST_SENTENCES = 3;

  private Sentences() {}

  /**
   * "Twitter's revenue in Japan rose 34% to $106m in 2017-Q4, from an implied $79m a year earlier."
   */
  public static String growth(Growth question, List<AnswerRow> rows) {
    return sentences(rows, i -> growth(question, question.subjects().get(i), rows.get(i)));
  }

  private static String growth(Growth question, Subject subject, AnswerRow row) {
    String what = capital(what(subject) + where(subject));
    if (row.fields().get(RowField.GROWTH) instanceof KnownFigure growth) {
      String at = growth.figure().value().signum() == 0 ? " at " : " to ";
      String to =
          row.fields().get(RowField.VALUE) instanceof KnownFigure value ? at + about(value) : "";
      String from =
          row.fields().get(RowField.BASE) instanceof KnownFigure base
              ? ", from " + aboutLevel(base) + " " + earlier(question.base(), question.period())
              : ", compared with " + question.base();
      String moved = moved(subject, growth.figure());
      return what + " " + moved + to + " in " + question.period() + from + own(row) + ".";
    }
    return "%s in %s can't be compared with %s: %s"
        .formatted(what, question.period(), question.base(), row.whyMissing(RowField.GROWTH));
  }

  /** "; in USD growth was 34%": in the currency that the company reports in. */
  private static String own(AnswerRow row) {
    return row.known(RowField.GROWTH_IN_REPORTING_CURRENCY)
        .flatMap(own ->
            currency(row, own)
                .map(code -> "; in %s growth was %s".formatted(code, amount(own.figure()))))
        .orElse("");
  }

  /** That of a growth as it was published; of a computed one that of the levels, unconverted. */
  private static Optional<String> currency(AnswerRow row, KnownFigure own) {
    return own.vintage()
        .map(vintage -> vintage.cell().unit())
        .or(() ->
            Stream.of(RowField.VALUE, RowField.BASE)
                .flatMap(name -> row.known(name).stream())
                .filter(known -> known.conversion().isPresent())
                .map(known -> known.unconverted().figure().unit())
                .findFirst())
        .map(Unit::currency);
  }

  /**
   * "; in USD growth worldwide was 2.0%": of a whole, in the currency that the company reports in.
   */
  private static String own(Subject whole, LevelGrowth grown) {
    return grown
        .reportingCurrency()
        .flatMap(code ->
            grown
                .inReportingCurrency()
                .map(own -> own.growth(List.of(), List.of()))
                .filter(KnownFigure.class::isInstance)
                .map(own ->
                    "; in %s growth%s was %s"
                        .formatted(code, where(whole), amount(((KnownFigure) own).figure()))))
        .orElse("");
  }

  /**
   * "Converted at each quarter's average rate."
   *
   * @param ofTheDay whether, where one day's rate is asked for, all used are of the day itself
   */
  public static String converted(Exchange exchange, Collection<Metric> metrics, boolean ofTheDay) {
    List<Fx> rates =
        metrics.stream()
            .filter(Exchange::converts)
            .map(metric -> exchange.fx().of(metric))
            .distinct()
            .toList();
    return rates.size() == 1
        ? "Converted at %s.".formatted(inWords(rates.getFirst(), ofTheDay))
        : "Converted at each quarter's average rate, stocks at the rate of its end.";
  }

  private static String inWords(Fx fx, boolean ofTheDay) {
    return switch (fx) {
      case Fx.Average average -> "each quarter's average rate";
      case Fx.End end -> "the rate of each quarter's end";
      case Fx.On(LocalDate day) -> (ofTheDay ? "the rate of " : "the last rate up to ") + day;
      case Fx.Given(BigDecimal rate) -> rate.toPlainString();
      case Fx.ByKind byKind -> throw new IllegalArgumentException("a metric's kind must decide");
    };
  }

  private static String moved(Subject subject, Figure growth) {
    int sign = growth.value().signum();
    boolean uncertain =
        growth.bounds().map(b -> b.low().signum() < 0 && b.high().signum() > 0).orElse(false)
            && growth.origin() != Origin.REPORTED;
    String verb =
        sign == 0
            ? was(subject) + " unchanged"
            : (sign > 0 ? "rose " : "fell ") + percent(growth.value().abs());
    return uncertain ? "%s (rounding allows %s)".formatted(verb, bounds(growth)) : verb;
  }

  private static String earlier(YearQuarter base, YearQuarter period) {
    return switch ((int) base.until(period, IsoFields.QUARTER_YEARS)) {
      case 4 -> "a year earlier";
      case 1 -> "a quarter earlier";
      default -> "in " + base;
    };
  }

  private static String aboutLevel(KnownFigure level) {
    return level.figure().origin() == Origin.IMPLIED
        ? "an implied " + amount(level.figure())
        : about(level);
  }

  /**
   * "In 2017-Q4, Twitter's revenue per user was $2.36 in Japan: 0.40 times the $5.97 in the United
   * States."
   */
  public static String regions(Regions question, List<AnswerRow> rows, RowValue reference) {
    List<Integer> told = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!isAgainst(question, question.subjects().get(i)) || rows.size() == 1) {
        told.add(i);
      }
    }
    return sentences(
        told,
        i ->
            regions(
                question, question.subjects().get(told.get(i)), rows.get(told.get(i)), reference));
  }

  private static boolean isAgainst(Regions question, Subject subject) {
    return subject.company().equals(question.against().company())
        && subject.region().equals(question.against().region());
  }

  private static String regions(
      Regions question, Subject subject, AnswerRow row, RowValue reference) {
    String start = "In %s, %s".formatted(question.period(), what(subject));
    if (!(row.fields().get(RowField.VALUE) instanceof KnownFigure value)) {
      return "%s%s: %s".formatted(start, where(subject), row.whyMissing(RowField.VALUE));
    }
    String figure = "%s %s %s%s".formatted(start, was(subject), about(value), where(subject));
    boolean sameCompany = subject.company().equals(question.against().company());
    return !isAgainst(question, subject)
            && row.fields().get(RowField.RATIO) instanceof KnownFigure ratio
            && reference instanceof KnownFigure other
        ? "%s: %s times %s%s%s."
            .formatted(
                figure,
                amount(ratio.figure()),
                sameCompany ? "the " : possessive(question.against().vocabulary()) + " ",
                (isEstimated(other) ? "estimated " : "") + amount(other.figure()),
                where(question.against()))
        : figure + ".";
  }

  /** The first few subjects' sentences, and how many more there are. */
  public static String series(List<Subject> subjects, Function<Subject, String> sentence) {
    return sentences(subjects, i -> sentence.apply(subjects.get(i)));
  }

  /** "Twitter's revenue worldwide rose from $303m in 2014-Q1 to $732m in 2017-Q4." */
  public static String series(
      Subject subject, YearQuarter from, KnownFigure first, YearQuarter to, KnownFigure last) {
    String what = capital(what(subject) + where(subject));
    if (from.equals(to)) {
      return "%s %s %s in %s.".formatted(what, was(subject), aboutLevel(first), from);
    }
    int sign = last.value().compareTo(first.value());
    String verb =
        sign == 0
            ? "%s %s in %s and in %s".formatted(was(subject), aboutLevel(first), from, to)
            : "%s from %s in %s to %s in %s"
                .formatted(
                    isCertain(first, last) ? sign > 0 ? "rose" : "fell" : "went",
                    aboutLevel(first),
                    from,
                    aboutLevel(last),
                    to);
    return "%s %s.".formatted(what, verb);
  }

  /** Whether rounding allows one direction only. */
  private static boolean isCertain(KnownFigure first, KnownFigure last) {
    return last.formula()
        .minus(first.formula())
        .range()
        .map(range -> range.low().signum() >= 0 || range.high().signum() <= 0)
        .orElse(false);
  }

  /** Says that no quarter of a series is known, and why the last one isn't. */
  public static String seriesOfNothing(
      Subject subject, YearQuarter first, YearQuarter last, RowValue level) {
    return "%s %s not known from %s to %s: %s"
        .formatted(
            capital(what(subject) + where(subject)),
            was(subject).equals("were") ? "are" : "is",
            first,
            last,
            level instanceof Missing missing ? missing.message() : "");
  }

  /** "Of 3 relations between figures, 2 are consistent, 1 is not: users of JP in 2017-Q4 (sum)." */
  public static String check(List<AnswerRow> rows) {
    if (rows.isEmpty()) {
      return "Nothing that was asked about has a published figure to check.";
    }
    List<String> parts = new ArrayList<>();
    addCount(parts, Check.count(rows, Verdict.CONSISTENT), "is consistent", "are consistent");
    addCount(parts, Check.count(rows, Verdict.INCONSISTENT), "is inconsistent", "are inconsistent");
    addCount(
        parts, Check.count(rows, Verdict.NOT_CHECKABLE), "can't be checked", "can't be checked");
    String counts =
        "Of %s %s between figures, %s."
            .formatted(
                rows.size(), rows.size() == 1 ? "relation" : "relations", String.join(", ", parts));
    List<String> inconsistent =
        rows.stream()
            .filter(row -> Check.has(row, Verdict.INCONSISTENT))
            .map(Sentences::inconsistent)
            .toList();
    return inconsistent.isEmpty()
        ? counts
        : "%s Inconsistent: %s.".formatted(counts, String.join(", ", few(inconsistent)));
  }

  /** "revenue of WORLD in 2017-Q4 (sum, by $3m)". */
  private static String inconsistent(AnswerRow row) {
    String relation =
        row.fields().get(RowField.RELATION) instanceof Relation relates ? relates.code() : "";
    String by =
        row.known(RowField.DIFFERENCE).map(known -> ", by " + amount(known.figure())).orElse("");
    return "%s of %s in %s (%s%s)"
        .formatted(row.metric(), row.region(), row.period(), relation, by);
  }

  private static List<String> few(List<String> several) {
    if (several.size() <= MOST_SENTENCES) {
      return several;
    }
    List<String> some = new ArrayList<>(several.subList(0, MOST_SENTENCES));
    some.add("and %s more".formatted(several.size() - MOST_SENTENCES));
    return some;
  }

  private static void addCount(List<String> parts, long count, String one, String several) {
    if (count > 0) {
      parts.add("%s %s".formatted(count, count == 1 ? one : several));
    }
  }

  /**
   * "In 2017-Q4, 14.5% of Twitter's revenue worldwide was in Japan ($106m of $732m), 0.7 points
   * more than a year earlier."
   */
  public static String share(Share question, List<PartOfWhole> parts, List<AnswerRow> rows) {
    return sentences(rows, i -> share(question, parts.get(i), rows.get(i)));
  }

  private static String share(Share question, PartOfWhole part, AnswerRow row) {
    String of = what(part.whole()) + where(part.whole());
    String start = "In %s, ".formatted(question.period());
    if (!(row.fields().get(RowField.SHARE) instanceof KnownFigure share)) {
      return "%sthe share of %s that was%s isn't known: %s"
          .formatted(start, of, where(part.subject()), row.whyMissing(RowField.SHARE));
    }
    String amounts = "";
    boolean estimated = false;
    if (row.fields().get(RowField.VALUE) instanceof KnownFigure value
        && row.fields().get(RowField.WHOLE) instanceof KnownFigure whole) {
      amounts = " (%s of %s)".formatted(aboutLevel(value), aboutLevel(whole));
      estimated = isEstimated(value) || isEstimated(whole);
    }
    String change =
        row.known(RowField.CHANGE).map(known -> ", " + moreOrLess(known, question)).orElse("");
    return "%s%s of %s %s%s%s%s."
        .formatted(
            start,
            (estimated ? "about " : "") + amount(share.figure()),
            of,
            was(part.subject()),
            where(part.subject()),
            amounts,
            change);
  }

  private static String moreOrLess(KnownFigure change, Share question) {
    String than = earlier(question.base().orElseThrow(), question.period());
    return switch (change.figure().value().signum()) {
      case 0 -> "as much as " + than;
      case 1 -> "%s more than %s".formatted(size(change), than);
      default -> "%s less than %s".formatted(size(change), than);
    };
  }

  /** A change without its sign: "about 0.7 points". */
  private static String size(KnownFigure change) {
    return about(change).replace("-", "");
  }

  /**
   * "Twitter's revenue worldwide rose 2% in 2017-Q4, compared with a year earlier: 6.6 points were
   * added outside the United States."
   */
  public static String contribution(
      Contribution question,
      List<PartOfWhole> parts,
      List<AnswerRow> rows,
      LevelGrowth wholeGrown,
      RowValue wholeGrowth) {
    Subject whole = parts.getFirst().whole();
    String than = earlier(question.base(), question.period());
    String start =
        wholeGrowth instanceof KnownFigure growth
            ? "%s %s in %s, compared with %s: "
                .formatted(
                    capital(what(whole) + where(whole)),
                    moved(whole, growth.figure()),
                    question.period(),
                    than)
            : "Of the growth of %s in %s, compared with %s, "
                .formatted(what(whole) + where(whole), question.period(), than);
    if (rows.stream().noneMatch(row -> row.known(RowField.CONTRIBUTION).isPresent())) {
      return "What was added to %s in %s, compared with %s, isn't known: %s"
          .formatted(
              what(whole) + where(whole),
              question.period(),
              than,
              rows.getFirst().whyMissing(RowField.CONTRIBUTION));
    }
    List<String> said = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      said.add(contribution(parts.get(i).subject(), rows.get(i)));
    }
    String text = start + String.join(", ", few(said)) + own(whole, wholeGrown);
    return text.endsWith(".") ? text : text + ".";
  }

  private static String contribution(Subject subject, AnswerRow row) {
    if (!(row.fields().get(RowField.CONTRIBUTION) instanceof KnownFigure points)) {
      return "what was added%s isn't known".formatted(where(subject));
    }
    return switch (points.figure().value().signum()) {
      case 0 -> "nothing was added" + where(subject);
      case 1 -> "%s were added%s".formatted(size(points), where(subject));
      default -> "%s were lost%s".formatted(size(points), where(subject));
    };
  }

  /**
   * "Twitter's revenue in Japan rose by $26.9m to $106m in 2017-Q4, compared with a year earlier:
   * users added $10.8m (x1.13), revenue per user added $16.1m (x1.19)."
   */
  public static String drivers(Drivers question, List<AnswerRow> rows) {
    return sentences(rows, i -> drivers(question, question.subjects().get(i), rows.get(i)));
  }

  private static String drivers(Drivers question, Subject subject, AnswerRow row) {
    Subject numerator =
        subject.of(subject.metric().terms().orElseThrow().numerator()).orElseThrow();
    String what = capital(what(numerator) + where(numerator));
    if (!(row.fields().get(RowField.CHANGE) instanceof KnownFigure change)
        || !(row.fields().get(RowField.VALUE) instanceof KnownFigure value)) {
      return "%s in %s can't be compared with %s: %s"
          .formatted(what, question.period(), question.base(), row.whyMissing(RowField.CHANGE));
    }
    int sign = change.figure().value().signum();
    String moved =
        sign == 0
            ? "%s unchanged at %s".formatted(was(numerator), about(value))
            : "%s by %s to %s".formatted(sign > 0 ? "rose" : "fell", size(change), about(value));
    return "%s %s in %s, compared with %s%s."
        .formatted(
            what,
            moved,
            question.period(),
            earlier(question.base(), question.period()),
            drivers(subject, (RowValue.ChangeDrivers) row.fields().get(RowField.DRIVERS)));
  }

  private static String drivers(Subject subject, RowValue.@Nullable ChangeDrivers drivers) {
    List<String> said = new ArrayList<>();
    for (RowValue.ChangeDriver driver :
        drivers == null ? List.<RowValue.ChangeDriver>of() : drivers.drivers()) {
      if (driver.effect() instanceof KnownFigure effect
          && driver.factor() instanceof KnownFigure factor) {
        said.add(
            "%s %s %s (x%s)"
                .formatted(
                    subject.of(driver.metric()).map(Wording::name).orElse(driver.metric()),
                    effect.figure().value().signum() < 0 ? "took away" : "added",
                    size(effect),
                    amount(factor.figure())));
      } else if (driver.effect() instanceof Missing missing) {
        return "; what drove it isn't known: " + missing.message().replaceAll("\\.$", "");
      }
    }
    return ": " + String.join(", ", said);
  }

  /**
   * "Twitter's users worldwide in 2016-Q4 were 319m as known on 2017-02-09, and are 318m as known
   * on 2017-10-26."
   */
  public static String revisions(Revisions question, LocalDate from, List<AnswerRow> rows) {
    return sentences(rows, i -> revisions(question, from, question.subjects().get(i), rows.get(i)));
  }

  private static String revisions(
      Revisions question, LocalDate from, Subject subject, AnswerRow row) {
    String what = "%s in %s".formatted(capital(what(subject) + where(subject)), question.period());
    String is = was(subject).equals("were") ? "are" : "is";
    Optional<KnownFigure> before = row.known(RowField.BEFORE);
    Optional<KnownFigure> after = row.known(RowField.AFTER);
    if (row.fields().get(RowField.AFTER) instanceof Missing missing
        && missing.reason() == MissingReason.NO_RATES) {
      return "%s: %s".formatted(what, missing.message());
    }
    if (before.isEmpty() && after.isEmpty()) {
      return "%s: nothing was known on %s or on %s.".formatted(what, from, question.to());
    }
    if (!Revisions.isRevised(row)) {
      return "%s %s %s as known on %s; on %s that was unchanged."
          .formatted(
              what,
              was(subject),
              before.map(Wording::about).orElse("not there"),
              from,
              question.to());
    }
    return "%s %s %s as known on %s, and %s %s as known on %s."
        .formatted(
            what,
            was(subject),
            before.map(Wording::about).orElse("not there"),
            from,
            is,
            after.map(Wording::about).orElse("not there"),
            question.to());
  }

  /** The first few sentences, and how many more there would be. */
  private static String sentences(List<?> things, IntFunction<String> sentence) {
    String text =
        IntStream.range(0, Math.min(things.size(), MOST_SENTENCES))
            .mapToObj(sentence)
            .collect(Collectors.joining(" "));
    return things.size() > MOST_SENTENCES
        ? "%s And %s more.".formatted(text, things.size() - MOST_SENTENCES)
        : text;
  }
}
