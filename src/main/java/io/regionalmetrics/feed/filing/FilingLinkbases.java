package io.regionalmetrics.feed.filing;

import io.regionalmetrics.fetch.FetchException;
import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.Linkbases;
import io.regionalmetrics.xbrl.MemberHierarchy;
import io.regionalmetrics.xbrl.UnreadableInstance;
import java.net.URI;
import java.util.function.Function;

/**
 * Reads the linkbases beside a filing's instance. A linkbase that doesn't exist, or isn't a valid
 * one, says nothing, and the filing is read all the same. One that can't be fetched today makes the
 * filing wait for another day, as an instance would. Only on the filing's last day is it read
 * without.
 */
final class FilingLinkbases {
  private final EdgarClient edgar;
  private final ReadAttempts attempts;

  FilingLinkbases(EdgarClient edgar, ReadAttempts attempts) {
    this.edgar = edgar;
    this.attempts = attempts;
  }

  /**
   * The same instance, with its linkbases: the labels first, then the hierarchy of members.
   *
   * @param instance the address of the instance
   * @param most how many linkbases to request, at most
   * @throws FetchException if a linkbase can't be fetched today
   */
  FiledInstance addTo(FiledInstance filed, URI instance, int most) {
    if (filed.instance().facts().stream().allMatch(fact -> fact.context().dimensions().isEmpty())) {
      return filed; // It has no members to be named.
    }
    Filing filing = filed.filing();
    return filed.with(
        new Linkbases(
            most > 0
                ? read(filing, edgar::labels, instance, ElementLabels.NONE)
                : ElementLabels.NONE,
            most > 1
                ? read(filing, edgar::hierarchy, instance, MemberHierarchy.NONE)
                : MemberHierarchy.NONE));
  }

  private <T> T read(Filing filing, Function<URI, T> reader, URI instance, T nothing) {
    try {
      return reader.apply(instance);
    } catch (FetchException.NotFound | UnreadableInstance e) {
      return nothing;
    } catch (FetchException e) {
      if (attempts.isLastDay(filing)) {
        return nothing;
      }
      throw e;
    }
  }
}
