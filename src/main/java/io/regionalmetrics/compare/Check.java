package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Answer;
import io.regionalmetrics.answer.QuestionKind;
import io.regionalmetrics.answer.Subject;
import io.regionalmetrics.currency.Exchange;
import io.regionalmetrics.currency.FixingsKey;
import io.regionalmetrics.derive.Levels;
import io.regionalmetrics.derive.Quarters;
import io.regionalmetrics.model.Measure;
import io.regionalmetrics.model.QuarterKey;
import io.regionalmetrics.model.Unit;
import io.regionalmetrics.wording.CheckSentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks published figures against what follows from other published figures. A row has the {@code
 * relation}, the {@code published} and the {@code computed} figure, their {@code difference}, and
 * the {@code verdict}: {@code consistent} if their bounds meet, {@code inconsistent} if they don't,
 * {@code not-checkable} if a figure or its bounds are missing. The relations, in the order of the
 * rows:
 *
 * <ul>
 *   <li>{@code ratio} ({@link RatioCheck}): a ratio against its numerator over its denominator.
 *   <li>{@code sum} ({@link SumCheck}): a region against the other regions of a definition that it
 *       occurs in.
 *   <li>{@code growth} ({@link GrowthCheck}): a growth against the levels of its two quarters.
 *   <li>{@code conversion} ({@link ConversionCheck}): an amount against the same amount in another
 *       currency, with the {@code rate} that the two imply, and which known rates it {@code fits}.
 *   <li>{@code sources} ({@link SourcesCheck}): the figure that answers against each other source
 *       of it.
 * </ul>
 *
 * <p>Worked example: 2.36 a user stands for 2.355 to 2.365; 106m / 45m is 2.3556, at least 105.5 /
 * 45.5 = 2.3187, at most 106.5 / 44.5 = 2.3933: consistent.
 *
 * @param cells the cells to check; each published figure of a cell gives rows
 * @param requested the parameters of the question, to repeat in the answer
 */
public record Check(List<CheckedCell> cells, Map<String, List<String>> requested)
    implements Comparison {
  @Override
  public Requirements requirements() {
    return new Requirements(quarters(), List.of(), likelyRates());
  }

  private Set<QuarterKey> quarters() {
    Set<QuarterKey> keys = new LinkedHashSet<>();
    for (CheckedCell cell : oneOfEachQuarter()) {
      cell.subject().addReads(cell.period(), keys);
      for (Measure measure : GrowthCheck.GROWTHS) {
        cell.subject().addReads(cell.period().minusQuarters(measure.quarters()), keys);
      }
    }
    return keys;
  }

  /** One cell of each quarter of a metric; all regions of it are read together. */
  private Collection<CheckedCell> oneOfEachQuarter() {
    Map<QuarterKey, CheckedCell> byQuarter = new LinkedHashMap<>();
    cells.forEach(cell -> byQuarter.putIfAbsent(cell.subject().key(cell.period()), cell));
    return byQuarter.values();
  }

  /**
   * The rates of a single quarter and of the next one, in which its figures are published. For
   * several quarters there are none: they would be many and are seldom needed.
   */
  private Set<FixingsKey> likelyRates() {
    Set<FixingsKey> keys = new LinkedHashSet<>();
    Collection<CheckedCell> quarters = oneOfEachQuarter();
    if (quarters.stream().map(CheckedCell::period).distinct().count() == 1) {
      quarters.forEach(cell -> addLikelyRates(cell, keys));
    }
    return keys;
  }

  private static void addLikelyRates(CheckedCell cell, Set<FixingsKey> keys) {
    String currency = cell.subject().metric().unit().currency();
    if (Exchange.converts(cell.subject().metric()) && !currency.equals(FixingsKey.EURO)) {
      keys.add(new FixingsKey(currency, cell.period()));
      keys.add(new FixingsKey(currency, cell.period().plusQuarters(1)));
    }
  }

  @Override
  public Set<FixingsKey> furtherRates(Quarters quarters) {
    Levels levels = new Levels(quarters.unconverted());
    Set<FixingsKey> keys = new LinkedHashSet<>();
    for (CheckedCell cell : cells) {
      List<Unit> units = levels.units(cell.subject(), cell.period());
      if (units.size() > 1) {
        addFurtherRates(cell, units, levels, keys);
      }
    }
    return keys;
  }

  private static void addFurtherRates(
      CheckedCell cell, List<Unit> units, Levels levels, Set<FixingsKey> keys) {
    for (Unit unit : units) {
      ConversionCheck.statedInTwo(CheckedFigure.of(cell, unit, units, levels), levels)
          .ifPresent(pair -> keys.addAll(pair.reads()));
    }
  }

  @Override
  public Answer answer(Quarters quarters) {
    CheckRows rows = rows(quarters);
    return Answer.to(QuestionKind.CHECK, question(quarters))
        .rows(rows.rows())
        .findings(rows.findings())
        .sentence(new CheckSentence(subjects(), rows.rows()).text())
        .build();
  }

  private List<Subject> subjects() {
    return cells.stream().map(CheckedCell::subject).toList();
  }

  private CheckRows rows(Quarters quarters) {
    Levels levels = new Levels(quarters.unconverted());
    List<CheckedFigure> figures = figures(levels);
    CheckRows rows = new CheckRows(quarters.converter());
    for (RelationCheck relation : relations(levels, quarters)) {
      figures.forEach(figure -> relation.check(figure, rows));
    }
    return rows;
  }

  private List<CheckedFigure> figures(Levels levels) {
    List<CheckedFigure> figures = new ArrayList<>();
    for (CheckedCell cell : cells) {
      List<Unit> units = levels.units(cell.subject(), cell.period());
      units.forEach(unit -> figures.add(CheckedFigure.of(cell, unit, units, levels)));
    }
    return figures;
  }

  private List<RelationCheck> relations(Levels levels, Quarters quarters) {
    return List.of(
        new RatioCheck(levels),
        new SumCheck(levels, cells),
        new GrowthCheck(levels),
        new ConversionCheck(levels, quarters.rates()),
        new SourcesCheck());
  }

  private Map<String, List<String>> question(Quarters quarters) {
    Map<String, List<String>> question = new LinkedHashMap<>(requested);
    question.put("asOf", List.of(quarters.asOf().toString()));
    return question;
  }
}
