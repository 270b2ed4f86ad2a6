package io.regionalmetrics.store;

import io.regionalmetrics.model.Source;
import java.util.List;

/**
 * A source, and the companies it is about.
 *
 * @param source the source as last published
 * @param companies the companies' ids
 */
public record SourceRecord(Source source, List<String> companies) {}
