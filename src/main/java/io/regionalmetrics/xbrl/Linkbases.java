package io.regionalmetrics.xbrl;

/**
 * What a filing's linkbases say.
 *
 * @param labels what it calls its elements
 * @param hierarchy which of its members include which
 */
public record Linkbases(ElementLabels labels, MemberHierarchy hierarchy) {
  /** Of a filing that has no linkbases. */
  public static final Linkbases NONE = new Linkbases(ElementLabels.NONE, MemberHierarchy.NONE);
}
